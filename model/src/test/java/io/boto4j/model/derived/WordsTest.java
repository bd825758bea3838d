package io.boto4j.model.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of names. */
final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "DescribeDBInstances, Describe",
    "Invoke, Invoke",
    "GetACLs, Get",
    "BatchGetProjects, Batch",
  })
  void first_isTheVerb(String name, String verb) {
    assertThat(Words.first(name)).isEqualTo(verb);
  }

  @ParameterizedTest
  @CsvSource({
    "DBInstance, DBInstances",
    "Policy, Policies",
    "Gateway, Gateways",
    "Alias, Aliases",
    "Mesh, Meshes",
    "Analysis, Analyses",
    "Index, Indices",
    "Index, Indexes",
  })
  void plurals_containThePlural(String noun, String plural) {
    assertThat(Words.plurals(noun)).contains(plural);
    assertThat(Words.isPlural(plural.toLowerCase(Locale.ROOT), noun)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UpdateFunctionCode, Function, 6",
    "DeleteMedicalVocabulary, Vocabulary, 13",
    "UpdateFunctionalArea, Function, -1",
    "DescribeDBClusterSnapshots, DBCluster, 8",
    "FunctionCode, Function, -1",
  })
  void position_countsWholeWordsAfterTheFirst(String name, String noun, int position) {
    assertThat(Words.position(name, noun)).isEqualTo(position);
  }

  @Test
  void suffixes_areWholeWords() {
    assertThat(Words.suffixes("UserPoolClient")).containsExactly("PoolClient", "Client");
  }

  @ParameterizedTest
  @CsvSource({
    "clusterName, ClusterName",
    "TopicARN, TopicArn",
    "packageID, PackageId",
    "UUID, UUID"
  })
  void upperCamel_spellsAcronymsAsWords(String name, String upper) {
    assertThat(Words.upperCamel(name)).isEqualTo(upper);
  }
}
