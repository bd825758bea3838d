package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.Boto4jException;
import io.boto4j.internal.customization.Customizations;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.ClientUrl;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The endpoints of every service in several regions, compared with botocore's. */
final class BotocoreEndpointsTest {
  private static final Map<String, Object> FIXTURE =
      Fixtures.map(Fixtures.read("/io/boto4j/botocore-endpoints.json"));

  private final ModelLoader models = ModelLoader.builtIn();
  private final Partitions partitions = new Partitions(models);
  private final Map<String, Object> endpoints = models.root("endpoints");
  private final Map<String, Session> sessions = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> services() {
    List<?> options = (List<?>) FIXTURE.get("options");
    List<?> lines = (List<?>) FIXTURE.get("lines");
    return Fixtures.map(FIXTURE.get("services")).entrySet().stream()
        .map(
            service ->
                dynamicTest(
                    "botocore-endpoints / " + service.getKey(),
                    () -> check(service.getKey(), options, lines, (List<?>) service.getValue())));
  }

  private void check(String service, List<?> options, List<?> lines, List<?> numbers) {
    ServiceModel model = models.find(service);
    assertThat(model).isNotNull();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      List<?> option = (List<?>) options.get(i);
      String region = (String) option.get(0);
      String asked = region == null ? "no region" : region.replace("fips-", "");
      String line = (String) lines.get((int) numbers.get(i));
      expected.add(
          option + " " + line.replace("{r}", asked).replace("{s}", model.endpointPrefix()));
      actual.add(option + " " + line(model, option));
    }
    assertThat(actual).isEqualTo(expected);
  }

  private String line(ServiceModel model, List<?> option) {
    String region = (String) option.get(0);
    boolean fips = (boolean) option.get(1);
    boolean dualstack = (boolean) option.get(2);
    Client client;
    try {
      client =
          sessions
              .computeIfAbsent(String.valueOf(region), unused -> session(region))
              .client(model.name(), c -> c.useFipsEndpoint(fips).useDualstackEndpoint(dualstack));
    } catch (Boto4jException e) {
      return "creation " + botocore(e);
    }
    EndpointOptions options = options(region, fips, dualstack);
    Customization special = Customizations.of(model.serviceId());
    String wanted = ordinary(region);
    boolean global = special != null && special.isGlobal(wanted, options);
    ClientRegion found = ClientRegion.of(model, global ? null : wanted, options, partitions);
    found = special == null ? found : special.region(found, wanted, options);
    URI own = special == null ? null : special.url(found, options);
    boolean globalUrl = special != null && special.isGlobal(found.name(), options);
    String url =
        String.valueOf(
            own == null
                ? ClientUrl.of(endpoints, model, found, client.partition(), options, globalUrl)
                : own);
    return url
        + " "
        + client.region()
        + " "
        + client.partition()
        + " "
        + call(model, found, options, url);
  }

  private static Session session(String region) {
    Session.Builder session = Sessions.bare(new Recorder());
    if (region != null) {
      session.region(region);
    }
    return session.build();
  }

  private static EndpointOptions options(String region, boolean fips, boolean dualstack) {
    return new EndpointOptions(
        null,
        fips || !Objects.equals(region, ordinary(region)),
        dualstack,
        false,
        "preferred",
        EndpointOptions.S3.DEFAULT,
        true,
        Map.of());
  }

  private static String ordinary(String region) {
    return region == null ? null : region.replace("fips-", "");
  }

  private String call(
      ServiceModel model, ClientRegion region, EndpointOptions options, String url) {
    EndpointResolver resolver =
        new EndpointResolver(
            model.endpointRules(), partitions, new BuiltIns(region.rules(), options), null);
    ResolvedEndpoint found;
    try {
      found = resolver.resolve(new Object[0]);
    } catch (Boto4jException e) {
      return "error " + botocore(e);
    }
    AuthScheme scheme = scheme(found.authSchemes());
    String target = found.endpoint().toString();
    String signingRegion = scheme == null ? null : scheme.region();
    String signingName = scheme == null ? null : scheme.signingName();
    return (target.equals(url) ? "=" : target)
        + " "
        + Objects.requireNonNullElse(signingRegion, region.signing())
        + " "
        + Objects.requireNonNullElse(signingName, region.signingName());
  }

  private static AuthScheme scheme(List<AuthScheme> schemes) {
    for (AuthScheme scheme : schemes) {
      if (scheme.name().equals("sigv4")) {
        return scheme;
      }
    }
    return schemes.isEmpty() ? null : schemes.get(0);
  }

  /** NoRegionException has a longer message than botocore's NoRegionError. */
  private static String botocore(Boto4jException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("You must specify a region.")
        ? "You must specify a region."
        : message;
  }
}
