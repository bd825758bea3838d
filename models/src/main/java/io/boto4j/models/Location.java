package io.boto4j.models;

/** A class in the jar of the packs: its code source is how boto4j finds that jar. */
final class Location {
  private Location() {}
}
