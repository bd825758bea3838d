package io.boto4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.Documentation;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelOrigin;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons of the packs of this build with the JSON files that they were compiled from. */
final class CompiledModelsTest {
  private static final Path SOURCES =
      Path.of(Objects.requireNonNull(System.getProperty("boto4j.models.data")));

  /** The models of the base, and before them those that replace some of its services. */
  private static final List<Path> JSON_FOLDERS =
      List.of(SOURCES.resolve("overlays"), SOURCES.resolve("base"));

  private final ModelLoader packs = ModelLoader.builtIn();

  @ParameterizedTest
  @ValueSource(
      strings = {"ec2", "s3", "dynamodb", "rds", "lambda", "iam", "cloudfront", "sqs", "sts"})
  void pack_largeService_readsAsItsJsonDoes(String service) {
    ModelLoader folders = ModelLoader.of(JSON_FOLDERS);
    for (String version : folders.apiVersions(service)) {
      ServiceModel json = Objects.requireNonNull(folders.find(service, version));
      ServiceModel pack = Objects.requireNonNull(packs.find(service, version));
      assertThat(pack.shapeNames()).containsExactlyInAnyOrderElementsOf(json.shapeNames());
      assertThat(describe(pack)).isEqualTo(describe(json));
    }
  }

  @Test
  void packs_everyService_everyShapeOfEveryOperationResolves() {
    int operations = 0;
    int shapes = 0;
    int versions = 0;
    for (String service : packs.services()) {
      for (String version : packs.apiVersions(service)) {
        ServiceModel model = Objects.requireNonNull(packs.find(service, version), service);
        Set<Shape> seen = new HashSet<>();
        for (String name : model.operationNames()) {
          OperationModel operation = model.operation(name);
          assertThat(operation.name()).isEqualTo(name);
          reach(operation.input(), seen);
          reach(operation.output(), seen);
          operation.errors().forEach(error -> reach(error, seen));
          operations++;
        }
        assertThat(seen.size()).isLessThanOrEqualTo(model.shapeNames().size());
        shapes += seen.size();
        versions++;
      }
    }
    System.out.printf(
        "resolved from the packs: %d services, %d versions, %d operations, %d shapes%n",
        packs.services().size(), versions, operations, shapes);
    assertThat(packs.services()).hasSizeGreaterThan(420).contains("dynamodb", "rds", "iam");
    assertThat(operations).isGreaterThan(20_000);
    assertThat(shapes).isGreaterThan(100_000);
  }

  @Test
  void packs_everyService_hasItsParts() {
    int paginated = 0;
    int waited = 0;
    for (String service : packs.services()) {
      ServiceModel model = Objects.requireNonNull(packs.find(service));
      assertThat(model.endpointRules()).as(service).isNotNull();
      paginated += model.part(ModelPart.PAGINATORS).isEmpty() ? 0 : 1;
      waited += model.part(ModelPart.WAITERS).isEmpty() ? 0 : 1;
    }
    assertThat(paginated).isGreaterThan(300);
    assertThat(waited).isGreaterThan(50);
    assertThat(packs.root("partitions")).containsKey("partitions");
    assertThat(packs.root("endpoints")).containsKey("partitions");
    assertThat(packs.root("sdk-default-configuration")).containsKey("modes");
  }

  @Test
  void root_serviceNames_hasTheNamesThatDoNotFollowFromTheId() {
    assertThat(packs.root("service-names"))
        .containsEntry("API Gateway", "apigateway")
        .containsEntry("CloudWatch Logs", "logs")
        .doesNotContainKey("DynamoDB");
  }

  @Test
  void origin_ofABaseAndOfAnOverlay_isTheirArtifactAndTheDateOfTheModel() {
    ModelOrigin dynamodb = Objects.requireNonNull(packs.find("dynamodb")).origin();
    assertThat(dynamodb.source()).startsWith("software.amazon.api.models:dynamodb:");
    assertThat(dynamodb.sha256()).matches("[0-9a-f]{64}");
    ModelOrigin rds = Objects.requireNonNull(packs.find("rds")).origin();
    assertThat(rds.source()).startsWith("software.amazon.awscdk:cdk-asset-awscli-v1:");
    assertThat(rds.date()).isAfter("2024-01-01");
  }

  @Test
  void find_withoutVersion_givesTheNewest() {
    List<String> versions = packs.apiVersions("cloudfront");
    assertThat(versions).hasSizeGreaterThan(10).isSorted();
    assertThat(Objects.requireNonNull(packs.find("cloudfront")).apiVersion())
        .isEqualTo(versions.get(versions.size() - 1));
    assertThat(Objects.requireNonNull(packs.find("cloudfront", versions.get(0))).apiVersion())
        .isEqualTo(versions.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nosuch", "", "..", "../dynamodb", "dynamodb.pack", "a/b", "root/endpoints"})
  void find_unknownOrHostileName_isNull(String name) {
    assertThat(packs.find(name)).isNull();
    assertThat(packs.find(name, "2012-08-10")).isNull();
    assertThat(packs.find("dynamodb", "../../root")).isNull();
    assertThat(packs.apiVersions(name)).isEmpty();
  }

  @Test
  void operation_anySpelling_isFound() {
    ServiceModel dynamodb = Objects.requireNonNull(packs.find("dynamodb"));
    for (String spelling : List.of("PutItem", "putItem", "put_item")) {
      assertThat(dynamodb.operation(spelling).name()).isEqualTo("PutItem");
    }
    ServiceModel rds = Objects.requireNonNull(packs.find("rds"));
    assertThat(rds.operation("describe_db_instances").name()).isEqualTo("DescribeDBInstances");
    assertThat(dynamodb.findOperation("PutItems")).isNull();
    assertThatThrownBy(() -> dynamodb.operation("PutItems"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void errorNames_byCodeOrShapeName_areAllNames() {
    ServiceModel rds = Objects.requireNonNull(packs.find("rds"));
    assertThat(rds.errorNames("DBInstanceNotFound"))
        .containsExactly("DBInstanceNotFound", "DBInstanceNotFoundFault");
    assertThat(rds.errorNames("DBInstanceNotFoundFault"))
        .containsExactly("DBInstanceNotFound", "DBInstanceNotFoundFault");
    assertThat(rds.errorNames("Nonsense")).isEmpty();
    assertThat(rds.errorNames("DBInstance")).as("a shape that is not an error").isEmpty();
    ServiceModel cloudwatch = Objects.requireNonNull(packs.find("cloudwatch"));
    assertThat(cloudwatch.errorNames("DashboardNotFoundError"))
        .containsExactly("ResourceNotFound", "DashboardNotFoundError");
    ServiceModel ec2 = Objects.requireNonNull(packs.find("ec2"));
    assertThat(ec2.errorNames("InvalidInstanceID.NotFound")).isEmpty();
  }

  @Test
  void errorShape_byCodeOrName_isFound() {
    ServiceModel dynamodb = Objects.requireNonNull(packs.find("dynamodb"));
    assertThat(dynamodb.errorShape("ConditionalCheckFailedException")).isNotNull();
    assertThat(dynamodb.errorShape("Nonsense")).isNull();
    ServiceModel rds = Objects.requireNonNull(packs.find("rds"));
    assertThat(Objects.requireNonNull(rds.errorShape("DBInstanceNotFound")).name())
        .isEqualTo("DBInstanceNotFoundFault");
  }

  @Test
  void documentation_fromJson_isWhatTheModelSays() {
    ServiceModel json = Objects.requireNonNull(ModelLoader.of(JSON_FOLDERS).find("dynamodb"));
    Documentation texts = json.documentation();
    assertThat(texts.operation("PutItem")).contains("Creates a new item");
    assertThat(texts.member("PutItemInput", "TableName")).contains("table");
    assertThat(texts.examples()).containsKey("PutItem");
    assertThat(texts.member("PutItemInput", "Nonsense")).isNull();
    assertThat(json.operation("PutItem").traits().get("documentation")).isNull();
  }

  private static void reach(Shape shape, Set<Shape> seen) {
    if (shape == null || !seen.add(shape)) {
      return;
    }
    if (shape instanceof StructureShape structure) {
      structure.members().forEach(member -> reach(member.shape(), seen));
    } else if (shape instanceof ListShape list) {
      reach(list.element().shape(), seen);
    } else if (shape instanceof MapShape map) {
      reach(map.key().shape(), seen);
      reach(map.value().shape(), seen);
    }
  }

  /** Returns everything in a service model as text, whatever the numbers of its shapes. */
  private static String describe(ServiceModel model) {
    StringBuilder text = new StringBuilder();
    text.append(model.name()).append(model.metadata()).append(model.traits()).append('\n');
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      text.append(name).append(operation.http()).append(operation.traits());
      describe(operation.inputMember(), text);
      describe(operation.outputMember(), text);
      operation.errors().forEach(error -> text.append(' ').append(error.name()));
      text.append('\n');
    }
    model.shapeNames().stream()
        .sorted()
        .forEach(name -> describe(Objects.requireNonNull(model.findShape(name)), model, text));
    for (ModelPart part : ModelPart.values()) {
      text.append(part).append(model.part(part)).append('\n');
    }
    return text.toString();
  }

  private static void describe(Shape shape, ServiceModel model, StringBuilder text) {
    text.append(shape).append(shape.sensitive()).append(shape.traits());
    if (shape instanceof StructureShape structure) {
      structure.members().forEach(member -> describe(member, text));
      for (int i = 0; i < structure.requiredCount(); i++) {
        text.append(" required ").append(structure.member(structure.requiredIndex(i)));
      }
      if (structure.isError()) {
        StructureShape byCode = model.errorShape(structure.errorCode());
        text.append(" code ").append(structure.errorCode()).append(byCode != null);
      }
    } else if (shape instanceof ListShape list) {
      describe(list.element(), text);
    } else if (shape instanceof MapShape map) {
      describe(map.key(), text);
      describe(map.value(), text);
    }
    text.append('\n');
  }

  private static void describe(Member member, StringBuilder text) {
    if (member != null) {
      text.append(' ')
          .append(member.name())
          .append('=')
          .append(member.wireName())
          .append(':')
          .append(member.shape().name())
          .append(member.traits());
    }
  }
}
