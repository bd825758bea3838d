package io.boto4j.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Parallel connection attempts to the addresses of a host whose first address was slow (RFC 8305).
 * The first connection wins; the others are closed.
 *
 * <p>A class of its own for cold start: most hosts respond at once and do not need it.
 */
final class AddressRace {
  private final InetAddress[] addresses;
  private final int port;

  /** The index of the next address to try. */
  private int next;

  private int running;
  private @Nullable IOException failure;

  /**
   * Prepares a race.
   *
   * @param first the index of the first address that has not failed
   */
  AddressRace(InetAddress[] addresses, int first, int port) {
    this.addresses = addresses;
    this.next = first;
    this.port = port;
  }

  /** Runs the race until an address wins, all have failed, or time is up; an end of 0 is never. */
  SocketChannel run(long end, IOException before) throws IOException {
    failure = before;
    try (Selector selector = Selector.open()) {
      try {
        // The first address has had its head start, so the second starts at once.
        SocketChannel winner = start(selector);
        return winner != null ? winner : await(selector, end);
      } finally {
        for (SelectionKey key : selector.keys()) {
          if (key.isValid()) {
            key.channel().close();
          }
        }
      }
    }
  }

  private SocketChannel await(Selector selector, long end) throws IOException {
    while (next < addresses.length || running > 0) {
      SocketChannel winner = start(selector);
      if (winner == null) {
        boolean more = next < addresses.length;
        selector.select(
            more ? Route.headStart(end, addresses.length - next + 1) : Route.millisLeft(end));
        winner = finish(selector);
      }
      if (winner != null) {
        return winner;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
      if (Route.isOver(end)) {
        throw with(new SocketTimeoutException("No address responded in time"));
      }
    }
    throw with(new IOException("No address accepted the connection"));
  }

  /** Starts the next attempt, if any. On the loopback interface it may win at once. */
  private @Nullable SocketChannel start(Selector selector) throws IOException {
    if (next == addresses.length) {
      return null;
    }
    SocketChannel channel = SocketChannel.open();
    boolean kept = false;
    try {
      channel.configureBlocking(false);
      if (channel.connect(new InetSocketAddress(addresses[next++], port))) {
        kept = true;
        channel.configureBlocking(true);
        return channel;
      }
      channel.register(selector, SelectionKey.OP_CONNECT);
      running++;
      kept = true;
    } catch (IOException e) {
      lost(e);
    } finally {
      if (!kept) {
        channel.close();
      }
    }
    return null;
  }

  private @Nullable SocketChannel finish(Selector selector) throws IOException {
    for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
      SelectionKey key = keys.next();
      keys.remove();
      SocketChannel channel = (SocketChannel) key.channel();
      try {
        if (channel.finishConnect()) {
          // A channel can only be made blocking once it is deregistered from the selector.
          key.cancel();
          selector.selectNow();
          channel.configureBlocking(true);
          return channel;
        }
      } catch (IOException e) {
        running--;
        channel.close();
        lost(e);
      }
    }
    return null;
  }

  private void lost(IOException e) {
    failure = with(e);
  }

  private <E extends IOException> E with(E e) {
    IOException earlier = failure;
    if (earlier != null) {
      e.addSuppressed(earlier);
    }
    return e;
  }
}
