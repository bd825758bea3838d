package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.UnknownRegionException;
import io.boto4j.error.UnknownServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session's lists of regions, partitions and profiles, compared with those of boto3. */
final class AvailableRegionsTest {
  private final Session session = Sessions.bare(new Recorder()).build();

  @Test
  void regions_ofRegionalService_areThoseOfThePartition() {
    assertThat(session.availableRegions("dynamodb"))
        .contains("us-east-1", "eu-west-1")
        .isSorted()
        .allMatch(name -> !name.startsWith("cn-") && !name.contains("local"));
    assertThat(session.availableRegions("dynamodb", "aws-cn", true))
        .containsExactly("cn-north-1", "cn-northwest-1");
  }

  @Test
  void regions_ofGlobalService_areNone() {
    assertThat(session.availableRegions("iam")).isEmpty();
    assertThat(session.availableRegions("iam", "aws", true)).contains("aws-global");
  }

  @Test
  void regions_ofServiceNamedUnlikeItsEndpoints_areFound() {
    assertThat(session.availableRegions("elbv2")).contains("eu-west-1");
  }

  @Test
  void regions_ofUnknownPartition_areNone() {
    assertThat(session.availableRegions("dynamodb", "mars", false)).isEmpty();
  }

  @Test
  void regions_ofUnknownService_areRefusedWithNearNames() {
    assertThatThrownBy(() -> session.availableRegions("dynamo"))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessageContaining("dynamodb");
  }

  @Test
  void partitions_all_beginWithAws() {
    assertThat(session.availablePartitions()).startsWith("aws").contains("aws-cn", "aws-us-gov");
  }

  @ParameterizedTest
  @CsvSource({"eu-west-1, aws", "cn-north-9, aws-cn", "us-gov-west-1, aws-us-gov"})
  void partition_ofRegion_isFoundByListOrPattern(String region, String partition) {
    assertThat(session.partitionForRegion(region)).isEqualTo(partition);
  }

  @Test
  void partition_ofNoRegion_isRefused() {
    assertThatThrownBy(() -> session.partitionForRegion("x\n"))
        .isInstanceOf(UnknownRegionException.class)
        .hasMessageStartingWith("Unknown region: 'x")
        .hasMessageEndingWith("'. No partition found for provided region_name.")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({"us-east1, us-east-1", "eu_west_1, eu-west-1", "US-EAST-2, us-east-2"})
  void partition_ofMisspelledRegion_saysNearNames(String wrong, String right) {
    assertThatThrownBy(() -> session.partitionForRegion(wrong))
        .isInstanceOf(UnknownRegionException.class)
        .hasMessageContaining("Did you mean " + right);
  }

  @Test
  void profiles_ofBothFiles_areListed(@TempDir Path home) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[default]\n[profile dev]\n");
    Files.writeString(home.resolve(".aws/credentials"), "[prod]\n");

    assertThat(Sessions.bare(new Recorder()).home(home).build().availableProfiles())
        .containsExactly("default", "dev", "prod");
  }
}
