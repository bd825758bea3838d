package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ParamValidationException;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of the rule sets that name an operation, as calls of a client. */
final class EndpointCallsSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("boto4j.shared.data", "../../shared/data"))
          .resolve("endpoint-rules");

  private final ModelLoader models = ModelLoader.builtIn();

  @TestFactory
  Stream<DynamicTest> calls() throws IOException {
    if (!Files.isDirectory(SUITE)) {
      System.out.println("endpoint-calls: skipped, there is no folder " + SUITE);
      return Stream.empty();
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      String service = String.valueOf(file.getFileName()).replace(".json", "");
      Map<String, Object> content = Fixtures.map(Fixtures.json(Files.readAllBytes(file)));
      for (Map<String, Object> each : Fixtures.maps(content.get("testCases"))) {
        for (Map<String, Object> call :
            Fixtures.maps(each.getOrDefault("operationInputs", List.of()))) {
          String name = "endpoint-calls / " + service + " / " + each.get("documentation");
          String reason = leftOut(service, call, Fixtures.map(each.get("expect")));
          tests.add(
              dynamicTest(
                  name,
                  () -> {
                    if (reason != null) {
                      abort("left out: " + reason);
                    }
                    check(service, call, Fixtures.map(each.get("expect")));
                  }));
        }
      }
    }
    System.out.println("endpoint-calls: " + tests.size() + " calls");
    return tests.stream();
  }

  /** Returns the reason for which a call is left out; null if it is checked. */
  private String leftOut(String service, Map<String, Object> call, Map<String, Object> expected) {
    if (isDropped(Fixtures.map(call.get("builtInParams")), expected)) {
      return "as in boto3, an option that contradicts an endpoint URL, an ARN or acceleration is dropped";
    }
    if ("".equals(Fixtures.map(call.get("builtInParams")).get("AWS::Auth::AccountId"))) {
      return "credentials with an empty account id cannot be created";
    }
    return operations(service).contains(call.get("operationName"))
        ? null
        : "the models do not have the operation";
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SUITE)) {
      return files.sorted().toList();
    }
  }

  /**
   * Combinations that boto3 refuses: FIPS or dualstack with an endpoint; path style with an ARN or
   * with acceleration.
   */
  private static boolean isDropped(Map<String, Object> builtIns, Map<String, Object> expected) {
    return (builtIns.containsKey("SDK::Endpoint")
            && (is(builtIns, "AWS::UseFIPS") || is(builtIns, "AWS::UseDualStack")))
        || String.valueOf(expected.get("error")).startsWith("Path-style addressing cannot be used");
  }

  private List<String> operations(String service) {
    return Objects.requireNonNull(models.find(service)).operationNames();
  }

  private static void check(
      String service, Map<String, Object> call, Map<String, Object> expected) {
    Recorder recorder = new Recorder().answer(200, "");
    Map<String, Object> builtIns = Fixtures.map(call.get("builtInParams"));
    Client client = client(service, builtIns, recorder);

    Throwable failure =
        catchThrowable(
            () ->
                client.call(
                    (String) call.get("operationName"),
                    Fixtures.map(call.getOrDefault("operationParams", Map.of()))));

    assertThat(recorder.requests()).hasSizeLessThan(2);
    if (failure instanceof ParamValidationException e
        && e.getMessage().contains("Invalid bucket name")) {
      // boto3 checks the bucket's name before it resolves the endpoint.
      return;
    }
    if (expected.get("error") instanceof String error) {
      assertThat(failure).hasMessageEndingWith(error); // boto3 has classes of its own for some
      assertThat(recorder.requests()).isEmpty();
      return;
    }
    Map<String, Object> endpoint = Fixtures.map(expected.get("endpoint"));
    Map<String, Object> scheme = scheme(endpoint);
    assertThat(recorder.requests()).as("%s", failure).hasSize(1);
    HttpRequest sent = recorder.last();
    URI url = URI.create((String) endpoint.get("url"));
    assertThat(sent.uri().getScheme()).isEqualTo(url.getScheme());
    assertThat(sent.uri().getRawAuthority()).isEqualTo(url.getRawAuthority());
    assertThat(sent.uri().getRawPath()).startsWith(url.getRawPath());
    Fixtures.map(endpoint.getOrDefault("headers", Map.of()))
        .forEach(
            (name, values) ->
                assertThat(sent.headers().first(name)).isEqualTo(((List<?>) values).get(0)));
    if (scheme != null && sent.headers().contains("Authorization")) {
      signed(sent, scheme, client);
    }
  }

  private static void signed(HttpRequest sent, Map<String, Object> scheme, Client client) {
    Object name = scheme.getOrDefault("signingName", client.model().signingName());
    String region = "/" + scheme.getOrDefault("signingRegion", client.region());
    if (scheme.get("signingRegionSet") instanceof List<?> set) {
      region = "";
      assertThat(sent.headers().first("X-Amz-Region-Set")).isEqualTo(set.get(0));
    }
    assertThat(sent.headers().first("Authorization"))
        .contains(region + "/" + name + "/aws4_request");
  }

  private static Map<String, Object> scheme(Map<String, Object> endpoint) {
    Map<String, Object> properties = Fixtures.map(endpoint.getOrDefault("properties", Map.of()));
    List<Map<String, Object>> schemes =
        Fixtures.maps(properties.getOrDefault("authSchemes", List.of()));
    return schemes.isEmpty() ? null : schemes.get(0);
  }

  private static Client client(String service, Map<String, Object> builtIns, Recorder recorder) {
    Credentials credentials =
        Credentials.of(Sessions.KEY_ID, Sessions.SECRET)
            .withAccountId((String) builtIns.get("AWS::Auth::AccountId"));
    Session.Builder session = Sessions.bare(recorder).credentials(credentials);
    if (builtIns.get("AWS::Region") instanceof String region) {
      session.region(region);
    }
    return session.build().client(service, c -> set(c, builtIns));
  }

  private static void set(ClientConfig.Builder config, Map<String, Object> builtIns) {
    config
        .injectHostPrefix(false)
        .parameterValidation(false)
        .useFipsEndpoint(is(builtIns, "AWS::UseFIPS"))
        .useDualstackEndpoint(is(builtIns, "AWS::UseDualStack"))
        .stsRegionalEndpoints(is(builtIns, "AWS::STS::UseGlobalEndpoint") ? "legacy" : "regional");
    if (builtIns.get("SDK::Endpoint") instanceof String url) {
      config.endpointUrl(url);
    }
    if (builtIns.get("AWS::Auth::AccountIdEndpointMode") instanceof String mode) {
      config.accountIdEndpointMode(mode);
    }
    config.s3(
        s ->
            s.useAccelerateEndpoint(is(builtIns, "AWS::S3::Accelerate"))
                .addressingStyle(is(builtIns, "AWS::S3::ForcePathStyle") ? "path" : "virtual")
                .disableMultiRegionAccessPoints(
                    is(builtIns, "AWS::S3::DisableMultiRegionAccessPoints"))
                .usEast1RegionalEndpoint(
                    is(builtIns, "AWS::S3::UseGlobalEndpoint") ? "legacy" : "regional")
                // The cases assume the rules' default where boto3 has another.
                .useArnRegion(
                    !Boolean.FALSE.equals(builtIns.get("AWS::S3::UseArnRegion"))
                        && !Boolean.FALSE.equals(builtIns.get("AWS::S3Control::UseArnRegion"))));
  }

  private static boolean is(Map<String, Object> builtIns, String name) {
    return Boolean.TRUE.equals(builtIns.get(name));
  }
}
