package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.CredentialReport;
import io.boto4j.credentials.CredentialReport.Entry;
import io.boto4j.credentials.CredentialReport.State;
import io.boto4j.credentials.Credentials;
import io.boto4j.internal.credentials.Logged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CredentialReportTest {
  private static final String KEYS =
      "aws_access_key_id = AKIDFILE\naws_secret_access_key = canary-file\n";

  @TempDir Path folder;
  private Homes home;

  @BeforeEach
  void start() {
    home = new Homes(folder);
  }

  private static Entry entry(CredentialReport report, String method) {
    return report.entries().stream()
        .filter(e -> e.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void found_saysWhereAndLeavesTheRestUnasked() {
    home.credentials("[default]\n" + KEYS + "aws_account_id = 123456789012\n")
        .env("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://192.0.2.1/");

    CredentialReport report = home.session().build().credentialReport();

    assertThat(report.used()).isEqualTo(entry(report, "shared-credentials-file"));
    assertThat(report.nextCommand()).isNull();
    assertThat(entry(report, "env").state()).isEqualTo(State.SKIPPED);
    assertThat(entry(report, "container-role").state()).isEqualTo(State.NOT_ASKED);
    assertThat(report.toString())
        .startsWith(
            """
            Credentials of profile 'default': shared-credentials-file
              system-properties              -  aws.accessKeyId is not set
              env                            -  AWS_ACCESS_KEY_ID is not set
            """)
        .contains(
            "\n  shared-credentials-file        found  section [default] of "
                + home.path(".aws/credentials")
                + "; access key AKID… of account 123456789012\n")
        .contains("\n  container-role                 not asked")
        .doesNotContain("canary")
        .doesNotContain("Next:");
  }

  @Test
  void all_asksBehindTheWinnerToo() {
    home.credentials("[default]\n" + KEYS)
        .env("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://192.0.2.1/");

    CredentialReport report = home.session().build().credentialReport(true);

    assertThat(entry(report, "container-role").state()).isEqualTo(State.FAILED);
    assertThat(entry(report, "iam-role").state()).isEqualTo(State.SKIPPED);
    assertThat(report.used()).isEqualTo(entry(report, "shared-credentials-file"));
  }

  @Test
  void nothingFound_saysWhatToType() {
    CredentialReport report = home.session().build().credentialReport();

    assertThat(report.used()).isNull();
    assertThat(report.toString())
        .startsWith("Credentials of profile 'default': none\n")
        .endsWith("\nNext: aws configure");
  }

  @Test
  void role_isAssumed_itsExpiryTold() throws IOException {
    try (StsServer sts = new StsServer(home.clock).living(Duration.ofHours(2))) {
      home.env("AWS_ENDPOINT_URL_STS", sts.url())
          .credentials("[base]\n" + KEYS)
          .config("[profile r]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n");

      CredentialReport report = home.session().profile("r").build().credentialReport();

      assertThat(report.used())
          .isEqualTo(
              new Entry(
                  "assume-role",
                  State.FOUND,
                  "profile 'r' -> 'base'; access key ASIA… of account 123456789012",
                  home.clock.instant().plus(Duration.ofHours(2)),
                  null));
      assertThat(report.toString()).contains("; expires at 2026-02-03T06:05:06Z");
    }
  }

  @Test
  void roleWithMfa_isNotAskedForACode() {
    home.credentials("[base]\n" + KEYS)
        .config(
            """
            [profile r]
            role_arn = arn:aws:iam::1:role/r
            source_profile = base
            mfa_serial = m1
            """);

    CredentialReport report =
        home.session()
            .profile("r")
            .mfaPrompt(
                serial -> {
                  throw new AssertionError("asked");
                })
            .build()
            .credentialReport();

    assertThat(report.used().detail())
        .isEqualTo("profile 'r' -> 'base'; the first call requires a code of the MFA device m1");
  }

  @Test
  void failure_endsTheChain_andSaysWhatToType() {
    home.config(
        """
        [profile s]
        sso_account_id = 123456789012
        sso_role_name = reader
        sso_region = us-east-1
        sso_start_url = https://x.awsapps.com/start
        """);

    CredentialReport report = home.session().profile("s").build().credentialReport();

    assertThat(entry(report, "sso").state()).isEqualTo(State.FAILED);
    assertThat(entry(report, "config-file").state()).isEqualTo(State.NOT_ASKED);
    assertThat(report.nextCommand()).isEqualTo("aws sso login --profile s");
    assertThat(report.toString()).endsWith("\nNext: aws sso login --profile s");
  }

  @Test
  void credentialsInCode_areOneEntry() {
    try (Logged logged = new Logged()) {
      CredentialReport report =
          home.session()
              .credentials(Credentials.of("AKIDCODE", "canary", "canary"))
              .build()
              .credentialReport();

      assertThat(report.entries())
          .isEqualTo(
              List.of(
                  new Entry("explicit", State.FOUND, "set in code; access key AKID…", null, null)));
      assertThat(report.toString()).doesNotContain("canary");
      assertThat(logged.lines()).isEmpty();
    }
  }

  @Test
  void failingProviderInCode_isToldAndNotThrown() {
    CredentialReport report =
        home.session()
            .credentials(
                () -> {
                  throw new IllegalStateException("the vault\nis \u001b closed");
                })
            .build()
            .credentialReport();

    assertThat(report.toString())
        .isEqualTo(
            """
            Credentials of profile 'default': none
              explicit                       FAILED  the vault
                  is ? closed""");
  }
}
