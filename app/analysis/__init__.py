"""Looking through a map: finding words, telling claims apart by a trait."""
