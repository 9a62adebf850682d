"""Documents: a map as pages to read, hand in and print, and as tables; without Qt or Graphviz."""
