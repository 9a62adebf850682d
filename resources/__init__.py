"""What ships with the program: fonts, icons, themes, samples. See `resources.files`."""
