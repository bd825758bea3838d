package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperationGroupsTest {
  @ParameterizedTest
  @CsvSource({
    "CreateTable, Table",
    "ListTables, Table",
    "BatchGetItem, Item",
    "DescribeDBInstances, DBInstance",
    "ListPolicies, Policy",
    "GetBucketAcl, BucketAcl",
    "ListAddresses, Address",
    "ListVpcARNs, VpcARN",
    "DescribeStatus, Status",
    "Query, ''",
  })
  void noun_ofOperation_isSingularWithoutVerb(String operation, String noun) {
    assertThat(OperationGroups.noun(operation)).isEqualTo(noun);
  }

  @Test
  void groups_withNounOfOneOperation_joinLongerNoun() {
    List<OperationGroup> groups =
        OperationGroups.of(
            List.of("CreateTable", "ListTables", "DescribeTableReplicas", "Query", "TagResource"));
    assertThat(groups)
        .containsExactly(
            new OperationGroup(
                "Table", List.of("CreateTable", "DescribeTableReplicas", "ListTables")),
            new OperationGroup("", List.of("Query", "TagResource")));
    assertThat(groups.get(1).title()).isEqualTo("More operations");
  }
}
