package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.UnknownOperationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help texts that are derived from the model. */
final class HelpTest {
  private final Client dynamodb = Sessions.client("dynamodb", new Recorder());

  @Test
  void help_ofAnOperation_tellsParametersAnswerAndErrors() {
    assertThat(dynamodb.help("put_item"))
        .startsWith("dynamodb PutItem\n\n")
        .contains("\nParameters:\n")
        .contains("  TableName: string, required\n")
        .contains("  Item: map of structure, required\n")
        .contains("  ReturnValues: string, one of NONE, ALL_OLD, ")
        .contains("\nOutput:\n")
        .contains("  Attributes: map of structure\n")
        .contains("ConditionalCheckFailedException")
        .doesNotContain("<p>")
        .doesNotContain("&lt;");
  }

  @Test
  void help_ofAService_namesAllThereIs() {
    assertThat(dynamodb.help())
        .startsWith("dynamodb (DynamoDB, 2012-08-10)\n")
        .contains("Operations (" + dynamodb.operations().size() + "):")
        .contains("PutItem,")
        .contains("Paginators (")
        .contains("TableExists");
  }

  @Test
  void help_withoutTheTexts_saysWhereTheyAre() {
    boolean texts = dynamodb.model().documentation().service() != null;
    assertThat(dynamodb.help().contains("classifier docs")).isNotEqualTo(texts);
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void help_unknown_saysNearNames() {
    assertThatThrownBy(() -> dynamodb.help("PutItm"))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining("PutItem");
    assertThatThrownBy(() -> dynamodb.skeleton("PutItm"))
        .isInstanceOf(UnknownOperationException.class);
  }

  @Test
  void skeleton_hasEveryMemberOnce() {
    Map<String, Object> input = dynamodb.skeleton("ExportTableToPointInTime");
    assertThat(input)
        .containsEntry("TableArn", "")
        .containsEntry("ExportTime", Instant.EPOCH)
        .containsEntry("ExportFormat", "DYNAMODB_JSON");
    assertThat(dynamodb.skeleton("ListTables")).containsEntry("Limit", 0);
    input.put("TableArn", "to be written to");
  }

  @Test
  void skeleton_ofARecursiveShape_ends() {
    Map<String, Object> item = Fixtures.map(dynamodb.skeleton("PutItem").get("Item"));
    Map<String, Object> value = Fixtures.map(item.get("KeyName"));
    assertThat(value).containsKeys("S", "L", "M");
    assertThat(value.get("L")).isEqualTo(List.of(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "ec2", "sts", "bedrock-runtime", "glue"})
  void operations_all_haveHelpAndSkeleton(String service) {
    Client client = Sessions.client(service, new Recorder());
    for (String operation : client.operations()) {
      assertThatCode(
              () -> {
                assertThat(client.help(operation)).contains("Parameters");
                client.skeleton(operation);
              })
          .as(operation)
          .doesNotThrowAnyException();
    }
  }
}
