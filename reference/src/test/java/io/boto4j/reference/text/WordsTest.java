package io.boto4j.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "PutItem, Put Item",
    "DescribeDBInstances, Describe DB Instances",
    "ListVpcARNs, List Vpc ARNs",
    "ListObjectsV2, List Objects V2",
    "GetSSLPolicy, Get SSL Policy",
    "Query, Query",
    "x, x",
    "put_item, put_item",
  })
  void spaced_ofCamelCase_separatesWords(String name, String spaced) {
    assertThat(Words.spaced(name)).isEqualTo(spaced);
  }

  @ParameterizedTest
  @CsvSource({
    "Tables, Table",
    "Policies, Policy",
    "Addresses, Address",
    "Batches, Batch",
    "Boxes, Box",
    "Status, Status",
    "Analysis, Analysis",
    "Access, Access",
    "DNS, DNS",
    "Item, Item",
  })
  void singular_ofNoun_hasNoPluralEnding(String noun, String singular) {
    assertThat(Words.singular(noun)).isEqualTo(singular);
  }
}
