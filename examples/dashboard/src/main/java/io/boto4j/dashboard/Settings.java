package io.boto4j.dashboard;

import io.boto4j.dashboard.account.Email;
import io.boto4j.dashboard.cloud.Names;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of the command, each of which may also be set in the environment. */
final class Settings {
  @Option(
      names = "--port",
      defaultValue = "${env:DASHBOARD_PORT:-8080}",
      description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--host",
      defaultValue = "${env:DASHBOARD_HOST:-127.0.0.1}",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
  String host = "";

  @Option(
      names = "--https",
      defaultValue = "${env:DASHBOARD_HTTPS:-false}",
      description = "Browsers come through a proxy with https: the cookie gets Secure.")
  boolean https;

  @Option(
      names = "--aws",
      defaultValue = "${env:DASHBOARD_AWS:-false}",
      description = "Use AWS, and not boto4j-local inside this process.")
  boolean aws;

  @Option(
      names = "--profile",
      description = "The AWS profile; default: that of the environment. Implies --aws.")
  @Nullable String profile;

  @Option(names = "--region", description = "The AWS region; default: that of the profile.")
  @Nullable String region;

  @Option(
      names = "--provision",
      description = "Create what is missing in AWS, and then run. Without --aws it always happens.")
  boolean provision;

  @Option(
      names = "--prefix",
      defaultValue = "${env:DASHBOARD_PREFIX:-dashboard}",
      description = "The prefix of the tables. Default: ${DEFAULT-VALUE}.")
  String prefix = "";

  @Option(
      names = "--instance",
      defaultValue = "${env:DASHBOARD_INSTANCE:-dashboard-db}",
      description = "The database instance. Default: ${DEFAULT-VALUE}.")
  String instance = "";

  @Option(
      names = "--function",
      defaultValue = "${env:DASHBOARD_FUNCTION:-nightly-stop}",
      description = "The function that stops it at night. Default: ${DEFAULT-VALUE}.")
  String function = "";

  @Option(
      names = "--ssl-mode",
      defaultValue = "${env:DASHBOARD_SSL_MODE:-require}",
      description =
          "PostgreSQL's sslmode on AWS, such as verify-full, which needs RDS's certificates in"
              + " ~/.postgresql/root.crt. Default: ${DEFAULT-VALUE}.")
  String sslMode = "";

  @Option(
      names = "--admin-email",
      defaultValue = "${env:DASHBOARD_ADMIN_EMAIL}",
      converter = EmailConverter.class,
      description = "Who signs up as an admin; default: the first user of all.")
  @Nullable Email adminEmail;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli because of usageHelp
  private boolean help;

  private static final class EmailConverter implements ITypeConverter<Email> {
    @Override
    public Email convert(String text) {
      return Email.of(text)
          .orElseThrow(
              () -> new TypeConversionException("'" + text + "' is not an e-mail address"));
    }
  }

  boolean isAws() {
    return aws || profile != null;
  }

  Names names() {
    return new Names(prefix, instance, function);
  }
}
