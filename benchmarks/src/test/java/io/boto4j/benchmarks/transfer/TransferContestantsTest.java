package io.boto4j.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.benchmarks.contestants.AwsSdkTransfer;
import io.boto4j.benchmarks.contestants.Boto4jTransfer;
import io.boto4j.benchmarks.contestants.TransferFloor;
import io.boto4j.benchmarks.transfer.store.StoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every JVM contestant once with little to transfer, so that the benchmark stays alive. */
final class TransferContestantsTest {
  private static final long SIZE = 12 * 1024 * 1024 + 5;
  private static final int FILES = 20;

  private static StoreServer server;
  private static Workload workload;
  private static StoreControl control;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = StoreServer.start(null);
    control = new StoreControl(server.http());
    workload = new Workload(folder, SIZE, FILES);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_TLS")
  void floor_everyScenario_transfersWhatItShould(Scenario scenario) throws Exception {
    prepare(scenario, "crc32");
    TransferFloor.main(arguments(scenario));
    workload.verify(scenario, control.request("statistics"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_TLS")
  void boto4j_everyScenario_transfersWhatItShould(Scenario scenario) throws Exception {
    prepare(scenario, "crc64nvme");
    Boto4jTransfer.main(arguments(scenario));
    workload.verify(scenario, control.request("statistics"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "crt"})
  void awsSdk_largeAndSmallFiles_transfersWhatItShould(String client) throws Exception {
    for (Scenario scenario : List.of(Scenario.UP, Scenario.FILES_DOWN)) {
      prepare(scenario, "crc32");
      AwsSdkTransfer.main(arguments(scenario, client));
      workload.verify(scenario, control.request("statistics"));
    }
  }

  @Test
  void floor_objectWithAnotherChecksum_fails() throws Exception {
    prepare(Scenario.DOWN, "crc64nvme");
    String[] arguments = arguments(Scenario.DOWN);
    assertThatThrownBy(() -> TransferFloor.main(arguments))
        .hasMessageContaining("x-amz-checksum-crc32");
  }

  @Test
  void verify_fileWithAWrongByte_fails() throws Exception {
    prepare(Scenario.DOWN, "crc32");
    TransferFloor.main(arguments(Scenario.DOWN));
    byte[] bytes = Files.readAllBytes(workload.local(Scenario.DOWN));
    bytes[9_000_000]++;
    Files.write(workload.local(Scenario.DOWN), bytes);
    Map<String, Long> seen = control.request("statistics");
    assertThatThrownBy(() -> workload.verify(Scenario.DOWN, seen))
        .hasMessageContaining("Wrong bytes");
  }

  @Test
  void listing_severalPages_hasEveryObject() throws Exception {
    Workload many = new Workload(workload.local(Scenario.FILES_UP).resolve("../many"), 1, 1100);
    many.prepare(Scenario.SYNC_UNCHANGED, control, "crc32");
    many.write(Scenario.SYNC_UNCHANGED);
    String local = many.local(Scenario.SYNC_UNCHANGED).toString();
    TransferFloor.main(new String[] {"sync", server.http(), local, "0"});
    Boto4jTransfer.main(new String[] {"sync", server.http(), local, "0"});
    assertThat(control.request("statistics")).containsEntry("ListObjects", 4L);
  }

  private static void prepare(Scenario scenario, String algorithm) throws IOException {
    workload.write(scenario);
    workload.prepare(scenario, control, algorithm);
  }

  private static String[] arguments(Scenario scenario, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                scenario.task(),
                server.http(),
                workload.local(scenario).toString(),
                String.valueOf(workload.expected(scenario))));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
