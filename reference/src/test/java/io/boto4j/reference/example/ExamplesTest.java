package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExamplesTest {
  private static List<Example> of(String service, String operation) {
    ServiceModel model = ModelLoader.builtIn().find(service);
    return Examples.of(model, model.operation(operation));
  }

  private static String code(String service, String operation, Language language) {
    return of(service, operation).get(0).code().get(language).text();
  }

  @Test
  void published_isWrittenInEveryLanguage() {
    Example example = of("dynamodb", "PutItem").get(0);
    assertThat(example.title()).isEqualTo("To add an item to a table");
    assertThat(example.description()).isEqualTo("This example adds a new item to the Music table.");
    assertThat(example.output()).isNotNull();
    assertThat(example.code().keySet()).containsExactly(Language.values());
    assertThat(example.code().get(Language.CLI).text())
        .isEqualTo(
            """
            aws dynamodb put-item \\
              --table-name Music \\
              --item '{
                "AlbumTitle": {"S": "Somewhat Famous"},
                "Artist": {"S": "No One You Know"},
                "SongTitle": {"S": "Call Me Today"}
              }' \\
              --return-consumed-capacity TOTAL""");
  }

  @Test
  void table_isFurtherExampleOfItems() {
    List<Example> examples = of("dynamodb", "Query");
    assertThat(examples.get(examples.size() - 1).code().get(Language.JAVA).text())
        .contains("users.query(key(\"email\").eq(\"ada@example.com\")).index(\"email-index\")");
  }

  @Test
  void java_isCompleteProgram() {
    assertThat(code("sqs", "SendMessage", Language.JAVA))
        .isEqualTo(
            """
            import io.boto4j.Params;
            import io.boto4j.Session;

            class SendMessage {
              public static void main(String[] args) {
                var sqs = Session.create().client("sqs");
                var response = sqs.call("SendMessage", Params.of(
                  "QueueUrl", "https://sqs.us-east-1.amazonaws.com/123456789012/my-queue",
                  "MessageBody", "Hello, world"));
                System.out.println(response.text("MessageId"));
              }
            }""");
  }

  @Test
  void java_ofPages_readsItems() {
    assertThat(code("lambda", "ListEventSourceMappings", Language.JAVA))
        .contains(".items(\"ListEventSourceMappings\"");
    assertThat(code("ssm", "DescribeParameters", Language.JAVA))
        .isEqualTo(
            """
            import io.boto4j.Session;

            class DescribeParameters {
              public static void main(String[] args) {
                var ssm = Session.create().client("ssm");
                for (var parameter : ssm.items("DescribeParameters")) {
                  System.out.println(parameter.text("Name"));
                }
              }
            }""");
  }

  @Test
  void kotlin_isCompleteProgram() {
    assertThat(code("sqs", "SendMessage", Language.KOTLIN))
        .isEqualTo(
            """
            import io.boto4j.Session

            fun main() {
              val sqs = Session.create().client("sqs")
              val response = sqs.call("SendMessage", mapOf(
                "QueueUrl" to "https://sqs.us-east-1.amazonaws.com/123456789012/my-queue",
                "MessageBody" to "Hello, world"
              ))
              println(response.text("MessageId"))
            }""");
  }

  @Test
  void python_ofPages_usesPaginator() {
    assertThat(code("ssm", "DescribeParameters", Language.BOTO3))
        .isEqualTo(
            """
            import boto3

            client = boto3.client("ssm")
            paginator = client.get_paginator("describe_parameters")
            for page in paginator.paginate():
                for parameter in page["Parameters"]:
                    print(parameter.get("Name"))""");
  }

  @Test
  void streams_areSavedAndSent() {
    assertThat(code("s3", "GetObject", Language.JAVA))
        .contains("try (var body = response.body(\"Body\")) {");
    assertThat(code("s3", "PutObject", Language.JAVA)).contains("Path.of(");
    assertThat(code("s3", "GetObject", Language.CLI))
        .startsWith("aws s3api get-object ")
        .endsWith(" output.bin");
    assertThat(code("bedrock-runtime", "ConverseStream", Language.JAVA))
        .contains("event.text(\"contentBlockDelta\", \"delta\", \"text\")");
  }

  @Test
  void languages_withoutTheOperation_areMissing() {
    assertThat(of("kinesis", "SubscribeToShard").get(0).code()).doesNotContainKey(Language.CLI);
    assertThat(of("qbusiness", "Chat").get(0).code())
        .doesNotContainKeys(Language.CLI, Language.BOTO3);
  }

  @Test
  void cli_hasItsOwnNames() {
    assertThat(code("codedeploy", "GetApplication", Language.CLI))
        .startsWith("aws deploy get-application --application-name ");
    assertThat(code("config", "DescribeConfigRules", Language.CLI))
        .startsWith("aws configservice describe-config-rules");
    assertThat(code("route53", "GetTrafficPolicy", Language.CLI))
        .contains("--traffic-policy-version");
    assertThat(code("socialmessaging", "SendWhatsAppMessage", Language.CLI))
        .contains("send-whatsapp-message");
    assertThat(code("ec2", "RunInstances", Language.CLI)).contains("--count 1");
    assertThat(code("ec2", "CreateNetworkAclEntry", Language.CLI)).contains("--ingress");
    assertThat(code("kinesis-video-archived-media", "GetMediaForFragmentList", Language.CLI))
        .startsWith(
            "aws kinesis-video-archived-media get-media-for-fragment-list \\\n  output.bin");
  }

  @Test
  void cli_withBytes_readsThemAsTheyAre() {
    assertThat(code("lambda", "InvokeAsync", Language.CLI)).contains("aws lambda invoke-async");
    assertThat(code("kinesis", "PutRecord", Language.CLI))
        .contains("--data 'Hello, world'")
        .endsWith("--cli-binary-format raw-in-base64-out");
  }

  @Test
  void furtherMembers_areInTheModels() {
    FurtherMembers.all().forEach(ExamplesTest::checkFurther);
  }

  private static void checkFurther(String key, List<String> members) {
    String[] words = key.split(" ", -1);
    ServiceModel model = ModelLoader.builtIn().find(words[0]);
    StructureShape shape =
        model.findShape(words[1]) instanceof StructureShape structure
            ? structure
            : model.operation(words[1]).input();
    assertThat(shape.memberNames()).as(key).containsAll(members);
  }

  @Test
  void sampleValues_areFoundByTheEndOfAName() {
    assertThat(SampleValues.of("SourceVpcId")).containsExactly("vpc-1234567890abcdef0");
    assertThat(SampleValues.of("executionRoleArn").get(0)).contains(":role/");
    assertThat(SampleValues.of("Nothing")).isEmpty();
  }

  @Test
  void highlighted_isTheSource() {
    Map<Language, Code> code = of("sqs", "SendMessage").get(0).code();
    assertThat(code.get(Language.BOTO3).highlighted().markup()).contains("class=\"s\"");
  }
}
