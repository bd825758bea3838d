package io.boto4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DependencyTreeTest {
  private static final DependencyTree TREE =
      DependencyTree.parse(
          List.of(
              "io.boto4j:benchmarks:jar:0.1.0",
              "+- aws:dynamodb:jar:2.57.8:compile",
              "|  +- aws:json:jar:2.57.8:compile",
              "|  |  \\- (aws:utils:jar:2.57.8:compile - omitted for duplicate)",
              "|  \\- aws:utils:jar:2.57.8:compile",
              "|     \\- org.slf4j:slf4j-api:jar:1.7.36:compile",
              "+- aws:rds:jar:2.54.13:provided (scope not updated to provided)",
              "|  +- (aws:utils:jar:2.54.13:provided - omitted for conflict with 2.57.8)",
              "|  +- aws:query:jar:2.57.8:provided",
              "|  |  \\- (aws:rds:jar:2.54.13:provided - omitted for cycle)",
              "|  +- (aws:netty:jar:2.54.13:provided - omitted for conflict with 2.57.8)",
              "|  \\- aws:apache:jar:2.57.8:provided",
              "|     \\- org.apache:httpclient:jar:4.5.13:provided",
              "\\- aws:apache5:jar:2.57.8:provided"));

  @Test
  void jars_oneService_areThoseItNeedsAndNoOthers() {
    assertThat(TREE.jars(List.of("dynamodb"), Set.of()))
        .containsExactlyInAnyOrder(
            "dynamodb-2.57.8.jar", "json-2.57.8.jar", "utils-2.57.8.jar", "slf4j-api-1.7.36.jar");
  }

  /**
   * An artifact that is first listed below another service is still included, in the version that
   * Maven chose.
   */
  @Test
  void jars_serviceAfterAnother_haveTheChosenVersionsAndWhatTheseNeed() {
    assertThat(TREE.jars(List.of("rds", "apache5"), Set.of("apache", "netty")))
        .containsExactlyInAnyOrder(
            "rds-2.54.13.jar",
            "apache5-2.57.8.jar",
            "utils-2.57.8.jar",
            "slf4j-api-1.7.36.jar",
            "query-2.57.8.jar");
  }

  @Test
  void jars_unknownRoot_isRefused() {
    assertThatThrownBy(() -> TREE.jars(List.of("s3"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No such dependency: s3");
  }

  @Test
  void jars_artifactThatStandsNowhereInFull_isRefused() {
    assertThatThrownBy(() -> TREE.jars(List.of("rds"), Set.of()))
        .hasMessage("No such dependency: netty");
  }
}
