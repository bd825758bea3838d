package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plugins, or steps, that documents run on an instance. */
final class Plugins {
  /** Documents of AWS whose plugins are known here. */
  private static final Map<String, List<String>> AWS =
      Map.of(
          "AWS-RunShellScript", List.of("aws:runShellScript"),
          "AWS-RunPowerShellScript", List.of("aws:runPowerShellScript"),
          "AWS-ConfigureAWSPackage", List.of("aws:configurePackage"),
          "AWS-UpdateSSMAgent", List.of("aws:updateSsmAgent"));

  private static final Set<String> OWNERS = Set.of("AWS-", "Amazon", "AWSEC2-", "AWSSupport-");

  private final Documents documents;

  Plugins(Documents documents) {
    this.documents = documents;
  }

  /**
   * The plugins of a document, which must exist.
   *
   * @param given the name or ARN
   * @return the names; none if the document is one of AWS that is not known here
   */
  List<String> of(String given, @Nullable String version) {
    String name = given.substring(given.lastIndexOf('/') + 1);
    List<String> known = AWS.get(name);
    if (known != null) {
      return known;
    }
    if (documents.find(name) == null && OWNERS.stream().anyMatch(name::startsWith)) {
      return List.of();
    }
    Structure content = documents.content(Params.of("Name", name, "DocumentVersion", version));
    List<String> plugins = new ArrayList<>();
    content.maps("mainSteps").forEach(step -> plugins.add(String.valueOf(step.text("name"))));
    plugins.addAll(content.map("runtimeConfig").keySet());
    return List.copyOf(plugins);
  }
}
