package io.boto4j.dashboard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.local.LocalAws;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class FunctionCodeTest {
  @Test
  void zip_hasTheFunctionAndItsLibraries() throws IOException {
    List<String> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(FunctionCode.zip()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(entry.getName());
      }
    }
    assertThat(files)
        .contains("io/boto4j/dashboard/cloud/NightlyStop.class")
        .anyMatch(file -> file.matches("lib/boto4j-\\d.*\\.jar"))
        .anyMatch(file -> file.matches("lib/boto4j-model-\\d.*\\.jar"))
        .anyMatch(file -> file.matches("lib/boto4j-models-\\d.*\\.jar"))
        .hasSize(6);
  }

  /**
   * Nothing is registered here, so Lambda has only what was uploaded. In boto4j-local an uploaded
   * function has the environment of the process, and that of tests has no region: the message is
   * boto4j's, out of the archive.
   */
  @Test
  void function_uploaded_runsWithItsLibraries() {
    try (LocalAws aws = LocalAws.builder().stateDelay(Duration.ZERO).start()) {
      Provision.run(aws.session(), LocalTables.NAMES);
      try (Client lambda = aws.session().client("lambda")) {
        Response response =
            lambda.call(
                "Invoke", Params.of("FunctionName", LocalTables.NAMES.function(), "Payload", "{}"));
        assertThat(Objects.requireNonNull(response.body("Payload")).text())
            .contains("You must specify a region", "io.boto4j.error.NoRegionException");
      }
    }
  }
}
