package io.boto4j.model.derived;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of identifiers. */
final class IdentifierNamesTest {
  @ParameterizedTest
  @CsvSource({
    "DBInstance, DBInstanceIdentifier, 3",
    "Cluster, cluster, 3",
    "RestApi, restApiId, 3",
    "Database, Name, 2",
    "UserPoolClient, ClientId, 1",
    "FunctionConcurrency, FunctionName, 0",
    "BasePathMapping, basePath, 0",
  })
  void certainty_isHigherWithMoreOfTheNoun(String noun, String member, int certainty) {
    assertThat(IdentifierNames.certainty(noun, member)).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({
    "DBInstance, DBInstanceIdentifier, Identifier",
    "Topic, TopicARN, Arn",
    "WorkspaceBundle, BundleId, Id",
    "Service, service, Service",
    "EventSourceMapping, UUID, UUID",
    "BasePathMapping, basePath, BasePath",
  })
  void shortName_lacksTheNoun(String noun, String member, String name) {
    assertThat(IdentifierNames.shortName(noun, member)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "LayerVersion, LayerName, true",
    "LayerVersion, VersionNumber, false",
    "LayerVersion, LayerVersionArn, false",
  })
  void isOfStart_tellsTheParent(String noun, String member, boolean expected) {
    assertThat(IdentifierNames.isOfStart(noun, member)).isEqualTo(expected);
  }
}
