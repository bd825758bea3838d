package io.boto4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.boto4j.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalDynamoDbTest {
  @TempDir Path home;

  @Test
  void start_listensOnLoopbackOnly() throws IOException {
    try (LocalDynamoDb local = LocalDynamoDb.start()) {
      int port = local.endpointUrl().getPort();
      connect(InetAddress.getLoopbackAddress(), port);
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(card.getInetAddresses())) {
          if (!address.getHostAddress().equals("127.0.0.1")) {
            assertThatExceptionOfType(IOException.class)
                .as("%s", address)
                .isThrownBy(() -> connect(address, port));
          }
        }
      }
    }
  }

  @Test
  void close_afterACall_leavesNoThreadBehind() throws InterruptedException {
    List<Thread> threads;
    try (LocalDynamoDb local = LocalDynamoDb.start();
        Client dynamodb = Users.client(local.endpointUrl(), home)) {
      dynamodb.call("ListTables");
      threads = threadsOfDynamoDbLocal();
      assertThat(threads).isNotEmpty();
    }

    threads.addAll(threadsOfDynamoDbLocal());
    for (Thread thread : threads) {
      thread.join(10_000);
    }
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1000);
    }
  }

  private static List<Thread> threadsOfDynamoDbLocal() {
    List<Thread> threads = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      ThreadGroup group = thread.getThreadGroup();
      if (group != null && group.getName().equals("dynamodb-local")) {
        threads.add(thread);
      }
    }
    return threads;
  }
}
