package io.boto4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.dashboard.cloud.Names;
import io.boto4j.dashboard.cloud.NightlyStop;
import io.boto4j.dashboard.cloud.Provision;
import io.boto4j.dashboard.web.Backend;
import io.boto4j.dashboard.web.WebServer;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the program with the permissions in the README, on an AWS that enforces them. */
final class ReadmePolicyTest {
  private static final Names NAMES = new Names("dashboard", "dashboard-db", "nightly-stop");

  private LocalAws aws;

  private void start(UnaryOperator<LocalAws.Builder> options) {
    aws = options.apply(LocalAws.builder().enforceIam(true).stateDelay(Duration.ZERO)).start();
  }

  @AfterEach
  void close() {
    aws.close();
  }

  /** Returns the session of a user with some policies of the README. */
  private Session session(List<String> policies) {
    try (Client iam = aws.session().client("iam")) {
      iam.call("CreateUser", Params.of("UserName", "dashboard"));
      for (int i = 0; i < policies.size(); i++) {
        iam.call(
            "PutUserPolicy",
            Params.of("UserName", "dashboard")
                .with("PolicyName", "policy-" + i)
                .with("PolicyDocument", policies.get(i)));
      }
      Structure key =
          iam.call("CreateAccessKey", Params.of("UserName", "dashboard")).map("AccessKey");
      return aws.session(Credentials.of(text(key, "AccessKeyId"), text(key, "SecretAccessKey")));
    }
  }

  private static String text(Structure structure, String member) {
    return Objects.requireNonNull(structure.text(member), member);
  }

  @Test
  void provision_withBothPolicies_createsEverything() throws IOException {
    start(builder -> builder);
    Session session = session(Readme.policies());

    Provision.run(session, NAMES);
    Provision.run(session, NAMES);

    aws.journal().assertCalled("lambda", "CreateFunction");
  }

  @Test
  void provision_withThePolicyForRunning_isRefused() throws IOException {
    start(builder -> builder);
    Session session = session(Readme.policies().subList(0, 1));

    assertThatThrownBy(() -> Provision.run(session, NAMES))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is("AccessDeniedException")).isTrue());
  }

  @Test
  void pages_withThePolicyForRunning_work() throws Exception {
    start(
        builder ->
            builder.lambda(
                NAMES.function(),
                event -> new NightlyStop(aws.session(), aws.clock()).handle((Structure) event)));
    Provision.run(aws.session(), NAMES);
    Session session = session(Readme.policies().subList(0, 1));
    Backend.Options options = new Backend.Options(null, Duration.ofMillis(50), "disable");
    try (Backend backend = new Backend(session, NAMES, aws.clock(), options);
        WebServer server = new WebServer(backend, new WebServer.Options("127.0.0.1", 0, false))) {
      session
          .client("rds")
          .waiter("DBInstanceAvailable")
          .delay(Duration.ofMillis(50))
          .await(Params.of("DBInstanceIdentifier", NAMES.instance()));
      backend.ledger().create();
      Visitor admin = new Visitor(server::url).signedUp("ada@example.com");
      Visitor user = new Visitor(server::url).signedUp("grace@example.com");

      assertThat(user.get("/").body()).contains("Balance");
      assertThat(admin.get("/admin").body()).contains("rds:StopDBInstance");
      assertThat(admin.get("/admin/users").body()).contains("grace@example.com");
      for (String action :
          List.of("database/stop", "nightly/run", "nightly/disable", "nightly/enable")) {
        assertThat(admin.post("/admin/" + action).statusCode()).as(action).isEqualTo(303);
      }
      assertThat(admin.post("/logout").statusCode()).isEqualTo(303);
    }
  }
}
