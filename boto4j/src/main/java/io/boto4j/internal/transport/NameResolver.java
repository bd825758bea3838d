package io.boto4j.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A source of the addresses of hosts, in place of the JVM's. */
@FunctionalInterface
public interface NameResolver {
  /**
   * Finds the addresses of a host.
   *
   * @param host the name or an address literal, without brackets
   * @return the addresses in the order to try them, at least one
   * @throws UnknownHostException if the host has no address
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
