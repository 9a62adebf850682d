"""The outline: the same map as a tree of rows, which follows the map and can be worked on."""
