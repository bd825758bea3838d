package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Session;
import io.boto4j.error.UnknownResourceException;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong names, wrong identifiers, and definitions of users. */
@SuppressWarnings("boto4j") // models that the test writes
final class ResourceInputTest {
  @TempDir Path folder;

  private final Resource s3 = new Calls("s3").root();
  private final Resource bucket = s3.resource("Bucket", "b");

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void names_unknown_listNearOnesAndAll() {
    assertRefused(
        () -> bucket.action("delte"),
        "s3.Bucket has no action 'delte'. Did you mean delete? It has create, delete,");
    assertRefused(
        () -> bucket.collection("object"),
        "s3.Bucket has no collection 'object'. Did you mean objects or object_versions? It has");
    assertRefused(
        () -> s3.resource("Buckets", "b"),
        "s3.ServiceResource has no sub-resource 'Buckets'. Did you mean Bucket");
    assertRefused(
        () -> bucket.waitUntil("ready"), "s3.Bucket has no waiter 'ready'. It has exists");
    assertRefused(() -> bucket.reference("owner"), "s3.Bucket has no reference 'owner'.");
    assertRefused(() -> bucket.get("created"), "s3.Bucket has no attribute 'created'.");
  }

  @Test
  void identifiers_wrong_areNamed() {
    assertRefused(
        () -> s3.resource("Object", "b"),
        "Required parameter key not set: s3.Object takes the identifiers bucket_name, key");
    assertRefused(
        () -> s3.resource("Object", "b", null), "Required parameter key not set: s3.Object takes");
    assertRefused(
        () -> bucket.resource("Object", "k", "v"),
        "s3.Object takes the identifier key, but 2 values are given");
    assertRefused(
        () -> s3.resource("Object", Map.of("bucket", "b", "key", "k")),
        "s3.Object has no identifier 'bucket'. Did you mean bucket_name? It takes the identifiers");
    assertRefused(
        () -> bucket.resource("Object", Map.of("bucket_name", "other", "key", "k")),
        "The identifier bucket_name of s3.Object is that of the resource it belongs to");
    assertRefused(
        () -> bucket.resource("Acl", "x"), "s3.BucketAcl takes no identifiers, but 1 values");
  }

  @Test
  void identifiers_nullByName_areMissing() {
    Map<String, Object> identifiers = new HashMap<>();
    identifiers.put("bucket_name", "b");
    identifiers.put("key", null);
    assertRefused(() -> s3.resource("Object", identifiers), "Required parameter key not set");
  }

  @Test
  void service_withoutResources_isRefused() {
    Session session = Session.builder().region("eu-west-1").environment(Map.of()).build();

    assertThatThrownBy(() -> session.resource("s4")).isInstanceOf(UnknownServiceException.class);
    assertThat(session.availableResources()).doesNotContain("sts");
    assertThatThrownBy(() -> session.resource("sts"))
        .isInstanceOf(UnknownResourceException.class)
        .hasMessageStartingWith(
            "The 'sts' resource does not exist in the API version 2011-06-15.\n")
        .hasMessageEndingWith("instead of a resource for 'sts'");
  }

  @Test
  void olderVersion_hasNoResources() {
    Session session = Session.builder().region("eu-west-1").environment(Map.of()).build();

    assertThatThrownBy(() -> session.resource("ec2", c -> c.apiVersion("2015-10-01")))
        .isInstanceOf(UnknownResourceException.class)
        .hasMessageContaining("in the API version 2015-10-01");
  }

  private Session withFile(String text) throws IOException {
    Path file = folder.resolve("sts/2011-06-15/resources.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Session.builder().region("eu-west-1").environment(Map.of()).dataPath(folder).build();
  }

  @Test
  void definitions_onTheDataPath_areUsed() throws IOException {
    Session session =
        withFile(
            """
            service sts 2011-06-15
            type Role(Arn)
              do Assume = AssumeRole(RoleArn=id.Arn)
            """);

    Resource role = session.resource("sts").resource("Role", "arn:r");

    assertThat(session.availableResources()).contains("sts", "s3");
    assertThat(role.actions()).containsExactly("assume");
    assertThat(role.isDerived()).isFalse();
  }

  @Test
  void definitions_thatDoNotFit_areRefusedWithAllProblems() throws IOException {
    Session session =
        withFile(
            """
            service sts 2011-06-15
              do Get = GetCallerIdentity -> Role(Arn=resp:Arnn, Id=resp:Arn)
            type Role(Arn~Arn) : NoShape
              load GetCaller(Arn=id.Arn) @ @
              do Assume = AssumeRole(RolArn=id.Name)
              has Other -> Othr(Arn=id.Arn)
              wait Exists = RoleExists(Arn=id.Arn)
            """);

    assertThatThrownBy(() -> session.resource("sts"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("resources.txt do not fit the model of sts 2011-06-15:")
        .hasMessageContaining("ServiceResource, do Get: the response has no Arnn")
        .hasMessageContaining("ServiceResource, do Get: the identifier Id of Role is unknown")
        .hasMessageContaining("Role: no shape NoShape.")
        .hasMessageContaining("Role, Arn: the data has no member Arn")
        .hasMessageContaining("Role, load: no operation GetCaller. Did you mean GetCallerIdentity")
        .hasMessageContaining("Role, do Assume: the input of AssumeRole has no RolArn")
        .hasMessageContaining("Role, do Assume: no identifier Name for RolArn")
        .hasMessageContaining("Role, has Other: no type Othr.")
        .hasMessageContaining("Role, wait Exists: no waiter RoleExists.");
  }

  @Test
  void definitions_ofAnotherVersion_areRefused() throws IOException {
    Session session = withFile("service sts 2000-01-01\ntype Role(Arn)\n");

    assertThatThrownBy(() -> session.resource("sts"))
        .hasMessageContaining("they describe sts 2000-01-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloudformation",
        "cloudwatch",
        "dynamodb",
        "ec2",
        "glacier",
        "iam",
        "s3",
        "sns",
        "sqs"
      })
  void definitions_inThePack_areReadAsWrittenAndFit(String service) {
    ServiceModel model = ModelLoader.builtIn().find(service);
    ResourceDefinitions definitions = ServiceResources.of(model);

    assertThat(definitions).hasToString(model.packedResources());
    assertThat(definitions.problems(model)).isEqualTo(List.of());
  }
}
