"""The map on the screen: painting, navigation, editing in place."""
