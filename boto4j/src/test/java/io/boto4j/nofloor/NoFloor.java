package io.boto4j.nofloor;

/** In a package that no floor is listed for. */
public final class NoFloor {}
