package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartitionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"partitions\": \"none\"}",
        "{\"partitions\": [\"text\", {\"id\": \"p\", \"regionRegex\": \"[\"}]}"
      })
  void idOf_oddFile_isAws(String file) throws IOException {
    Partitions partitions = partitions(file);

    assertThat(partitions.idOf("x")).isEqualTo("aws");
    assertThat(partitions.outputs("x")).isEmpty();
  }

  @Test
  void idOf_listedRegion_winsOverPattern() throws IOException {
    Partitions partitions =
        partitions(
            "{\"partitions\": [{\"id\": \"by-pattern\", \"regionRegex\": \"x.*\"},"
                + " {\"id\": \"by-list\", \"regions\": {\"x-1\": {}}}]}");

    assertThat(partitions.idOf("x-1")).isEqualTo("by-list");
    assertThat(partitions.idOf("x-2")).isEqualTo("by-pattern");
    assertThat(partitions.outputs("x-2")).isEqualTo(Map.of("name", "by-pattern"));
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws, amazonaws.com",
    "aws-global, aws, amazonaws.com",
    "us-newplace-9, aws, amazonaws.com",
    "cn-north-1, aws-cn, amazonaws.com.cn",
    "us-gov-moon-1, aws-us-gov, amazonaws.com",
    "us-iso-east-1, aws-iso, c2s.ic.gov",
    "local, aws, amazonaws.com"
  })
  void outputs_ofRegion_areItsPartitions(String region, String id, String suffix) {
    Partitions partitions = new Partitions(ModelLoader.builtIn());

    assertThat(partitions.idOf(region)).isEqualTo(id);
    assertThat(partitions.outputs(region).get("name")).isEqualTo(id);
    assertThat(partitions.outputs(region).get("dnsSuffix")).isEqualTo(suffix);
  }

  private Partitions partitions(String file) throws IOException {
    Files.writeString(folder.resolve("partitions.json"), file);
    return new Partitions(ModelLoader.of(List.of(folder)));
  }
}
