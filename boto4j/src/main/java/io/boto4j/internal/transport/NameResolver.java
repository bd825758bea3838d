package io.boto4j.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface NameResolver {
  /**
   * Finds the addresses of a host.
   *
   * @param host a name or an address literal, without brackets
   * @return the addresses in the order to try them, at least one
   * @throws UnknownHostException if the host has none
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
