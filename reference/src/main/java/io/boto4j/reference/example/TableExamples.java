package io.boto4j.reference.example;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** DynamoDB's operations on items again, with plain values in place of typed ones. */
final class TableExamples {
  private static final String TITLE = "With plain values";
  private static final String DESCRIPTION =
      "Table reads and writes items without the types of DynamoDB's attributes.";

  private static final String KEY = "import static io.boto4j.dynamodb.Conditions.key;\n";
  private static final String ATTR = "import static io.boto4j.dynamodb.Conditions.attr;\n";

  private TableExamples() {}

  /** Returns the further example of an operation; none for most of them. */
  static List<Example> of(String service, String operation) {
    if (!service.equals("dynamodb")) {
      return List.of();
    }
    return switch (operation) {
      case "PutItem" ->
          example(
              operation,
              "import io.boto4j.Params;\n",
              "users.put(Params.of(\"user_id\", \"u-1\", \"email\", \"ada@example.com\", \"logins\", 3))",
              "users.put(mapOf(\"user_id\" to \"u-1\", \"email\" to \"ada@example.com\", \"logins\" to 3))",
              "users.put_item(Item={\"user_id\": \"u-1\", \"email\": \"ada@example.com\", \"logins\": 3})");
      case "GetItem" ->
          example(
              operation,
              "",
              "users.get(\"user_id\", \"u-1\")\n      .ifPresent(user -> System.out.println(user.text(\"email\")))",
              "users.get(\"user_id\", \"u-1\").ifPresent { println(it.text(\"email\")) }",
              "print(users.get_item(Key={\"user_id\": \"u-1\"}).get(\"Item\"))");
      case "DeleteItem" ->
          example(
              operation,
              "",
              "users.delete(\"user_id\", \"u-1\")",
              "users.delete(\"user_id\", \"u-1\")",
              "users.delete_item(Key={\"user_id\": \"u-1\"})");
      case "UpdateItem" ->
          example(
              operation,
              "",
              "users.update(\"user_id\", \"u-1\").set(\"role\", \"admin\").add(\"logins\", 1).run()",
              "users.update(\"user_id\", \"u-1\").set(\"role\", \"admin\").add(\"logins\", 1).run()",
              """
              users.update_item(
                  Key={"user_id": "u-1"},
                  UpdateExpression="SET #role = :role ADD logins :one",
                  ExpressionAttributeNames={"#role": "role"},
                  ExpressionAttributeValues={":role": "admin", ":one": 1},
              )""");
      case "Query" ->
          loop(
              operation,
              KEY,
              "users.query(key(\"email\").eq(\"ada@example.com\")).index(\"email-index\")",
              """
              response = users.query(
                  IndexName="email-index",
                  KeyConditionExpression=Key("email").eq("ada@example.com"),
              )""",
              "from boto3.dynamodb.conditions import Key\n");
      case "Scan" ->
          loop(
              operation,
              ATTR,
              "users.scan().filter(attr(\"logins\").gt(10))",
              "response = users.scan(FilterExpression=Attr(\"logins\").gt(10))",
              "from boto3.dynamodb.conditions import Attr\n");
      default -> List.of();
    };
  }

  private static List<Example> loop(
      String operation, String imported, String items, String python, String pythonImport) {
    String java = "for (var user : %s) {\n      System.out.println(user.text(\"user_id\"));\n    }";
    String kotlin = "for (user in %s) {\n    println(user.text(\"user_id\"))\n  }";
    return of(
        java(operation, imported, "", java.formatted(items)),
        kotlin(imported.replace("static ", ""), kotlin.formatted(items)),
        python(
            pythonImport,
            python + "\nfor user in response[\"Items\"]:\n    print(user[\"user_id\"])"));
  }

  private static List<Example> example(
      String operation, String imported, String java, String kotlin, String python) {
    return of(java(operation, "", imported, java + ";"), kotlin("", kotlin), python("", python));
  }

  private static String java(
      String operation, String staticImport, String imported, String statement) {
    return staticImport
        + (staticImport.isEmpty() ? "" : "\n")
        + imported
        + """
        import io.boto4j.Session;
        import io.boto4j.dynamodb.Table;

        class %s {
          public static void main(String[] args) {
            var users = Table.of(Session.create().client("dynamodb"), "users");
            %s
          }
        }"""
            .formatted(operation, statement);
  }

  private static String kotlin(String imported, String statement) {
    return """
    import io.boto4j.Session
    %simport io.boto4j.dynamodb.Table

    fun main() {
      val users = Table.of(Session.create().client("dynamodb"), "users")
      %s
    }"""
        .formatted(imported.replace(";", ""), statement);
  }

  private static String python(String imported, String statement) {
    return "import boto3\n"
        + imported
        + "\nusers = boto3.resource(\"dynamodb\").Table(\"users\")\n"
        + statement;
  }

  private static List<Example> of(String java, String kotlin, String python) {
    Map<Language, Code> code = new EnumMap<>(Language.class);
    code.put(Language.JAVA, Code.of(java, Language.JAVA.grammar()));
    code.put(Language.KOTLIN, Code.of(kotlin, Language.KOTLIN.grammar()));
    code.put(Language.BOTO3, Code.of(python, Language.BOTO3.grammar()));
    return List.of(new Example(TITLE, DESCRIPTION, code, null));
  }
}
