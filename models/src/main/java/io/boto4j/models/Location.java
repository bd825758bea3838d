package io.boto4j.models;

/** Lies where the packs lie: who knows where this class came from has found them. */
final class Location {
  private Location() {}
}
