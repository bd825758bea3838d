package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The types of what expressions select from the output of an operation. */
final class PathTypeTest {
  private static final String RDS = "rds:DescribeDBInstances";
  private static final String SCAN = "dynamodb:Scan";

  private final List<String> problems = new ArrayList<>();

  @Test
  void typed_names_areFollowed() {
    assertThat(typed(RDS, "DBInstances[*].Endpoint.Address").element()).hasToString("a text");
    assertThat(typed(RDS, "DBInstances[0].Endpoint.Port")).hasToString("a number");
    assertThat(typed(RDS, "DBInstances[?MultiAZ].DBInstanceIdentifier | [0]"))
        .hasToString("a text");
    assertThat(typed(RDS, "DBInstances[].DBSubnetGroup.Subnets[] | [0]"))
        .hasToString("a structure (Subnet)");
    assertThat(typed(RDS, "DBInstances[0].InstanceCreateTime")).hasToString("a timestamp");
    assertThat(typed(SCAN, "Items[0].user_id.S")).hasToString("a text");
    assertThat(typed(SCAN, "Items[].*.S[]").element()).hasToString("a text");
    assertThat(problems).isEmpty();
  }

  @Test
  void typed_functionsAndCreatedValues_haveTheirOwnTypes() {
    assertThat(typed(RDS, "length(DBInstances)")).hasToString("a number");
    assertThat(typed(RDS, "sort_by(DBInstances, &AllocatedStorage)[-1]"))
        .hasToString("a structure (DBInstance)");
    assertThat(typed(RDS, "map(&Endpoint, DBInstances)[0]")).hasToString("a structure (Endpoint)");
    assertThat(typed(RDS, "{id: Marker, n: `1`}.n")).hasToString("a number");
    assertThat(typed(RDS, "[Marker, 'x'][0]")).hasToString("a value");
    assertThat(typed(RDS, "Marker || DBInstances[0].Engine")).hasToString("a text");
    assertThat(typed(RDS, "!Marker")).hasToString("a boolean");
    assertThat(typed(RDS, "join(', ', DBInstances[].Engine)")).hasToString("a text");
    assertThat(problems).isEmpty();
  }

  @Test
  void typed_unknownNames_areProblemsWithNearNames() {
    typed(RDS, "DBInstances[?StorageTyp == 'gp3'].Endpoint.Adress");
    assertThat(problems)
        .containsExactly(
            "DBInstance has no member \"StorageTyp\"." + hint("StorageType"),
            "Endpoint has no member \"Adress\"." + hint("Address"));
  }

  @Test
  void typed_selectionsOfTheWrongKind_areProblems() {
    typed(RDS, "DBInstances.Engine");
    typed(RDS, "Marker.Length");
    typed(RDS, "DBInstances[0][0]");
    typed(RDS, "Marker[]");
    typed(RDS, "length(DBInstances[0].AllocatedStorage)");
    typed(RDS, "sort_by(DBInstances, &Enginee)");
    typed(RDS, "{id: Marker}.it");
    assertThat(problems)
        .containsExactly(
            "\"Engine\" is looked up in a list, which has no members; select elements first, as in"
                + " [0].Engine or [].Engine",
            "\"Length\" is looked up in a text, which has no members",
            "[0] is applied to a structure (DBInstance), not to a list",
            "[] is applied to a text, not to a list",
            "Function length() receives a number, but accepts 'string', 'array', 'object'",
            "DBInstance has no member \"Enginee\"." + hint("Engine"),
            "The map has no member \"it\"." + hint("id"));
  }

  @Test
  void typed_comparisonWithNoValueOfAnEnum_isAProblem() {
    typed("dynamodb:DescribeTable", "Table.TableStatus == 'ACTIV'");
    assertThat(problems)
        .containsExactly("\"ACTIV\" is not a value of TableStatus." + hint("ACTIVE"));
  }

  private static String hint(String name) {
    return " Did you mean " + name + "?";
  }

  private PathType typed(String operation, String expression) {
    int colon = operation.indexOf(':');
    OperationModel model =
        Objects.requireNonNull(ModelLoader.builtIn().find(operation.substring(0, colon)), "service")
            .operation(operation.substring(colon + 1));
    Shape output = Objects.requireNonNull(model.output(), "output");
    return JmesPath.compile(expression).typed(PathType.of(output), problems::add);
  }
}
