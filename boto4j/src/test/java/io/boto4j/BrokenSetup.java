package io.boto4j;

import io.boto4j.credentials.CredentialReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the set-ups in {@code broken-setups.json}, created in a home directory. */
record BrokenSetup(Map<String, Object> fields) {
  static List<BrokenSetup> all() {
    List<BrokenSetup> setups = new ArrayList<>();
    for (Map<String, Object> fields : Fixtures.maps(Fixtures.read("broken-setups.json"))) {
      setups.add(new BrokenSetup(fields));
    }
    return setups;
  }

  String text(String name) {
    return (String) fields.get(name);
  }

  /** The error that a user gets who creates the session and calls DynamoDB. */
  RuntimeException failure(Path home) throws IOException {
    Homes homes = new Homes(home);
    try (StsServer sts = sts(homes)) {
      Session session = session(homes, sts);
      session.client("dynamodb").call("ListTables");
      throw new AssertionError("no error");
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** The text of the credential report. */
  CredentialReport report(Path home) throws IOException {
    Homes homes = new Homes(home);
    try (StsServer sts = sts(homes)) {
      return session(homes, sts).credentialReport();
    }
  }

  /** In the form of the data file: class and message, with placeholders for values that vary. */
  static String shown(Throwable failure, Path home) {
    String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return text.replace(home.toString(), "${HOME}");
  }

  private StsServer sts(Homes homes) throws IOException {
    StsServer sts = new StsServer(homes.clock);
    if (fields.get("sts") instanceof List<?> refusal) {
      sts.refusing(
          ((Number) refusal.get(0)).intValue(), (String) refusal.get(1), (String) refusal.get(2));
    }
    return sts;
  }

  private Session session(Homes homes, StsServer sts) {
    homes
        .env("AWS_ENDPOINT_URL_STS", sts.url())
        .env("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
    map("environment")
        .forEach(
            (name, value) -> homes.env(name, value.replace("${HOME}", homes.path("").toString())));
    map("files").forEach(homes::file);
    if (text("config") != null) {
      homes.config(text("config"));
    }
    if (text("credentials") != null) {
      homes.credentials(text("credentials"));
    }
    Session.Builder builder = homes.session().systemProperties(map("properties"));
    if (text("profile") != null) {
      builder.profile(text("profile"));
    }
    return builder.build();
  }

  @SuppressWarnings("unchecked") // all texts
  private Map<String, String> map(String name) {
    return (Map<String, String>) fields.getOrDefault(name, Map.of());
  }

  @Override
  public String toString() {
    return text("name");
  }
}
