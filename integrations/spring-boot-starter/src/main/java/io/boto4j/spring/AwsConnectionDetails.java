package io.boto4j.spring;

import io.boto4j.Session;
import io.boto4j.credentials.CredentialsProvider;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * The connection to AWS or to an emulator of it: a bean that overrides the properties for
 * credentials, profile, role and endpoints.
 *
 * <p>A bean of type {@code io.boto4j.local.LocalAws} provides one. Another emulator takes a URL:
 *
 * <pre>{@code
 * @Bean
 * AwsConnectionDetails emulator() {
 *   return AwsConnectionDetails.of(
 *       URI.create("http://127.0.0.1:4566"), "eu-west-1", Credentials.of("test", "test"));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface AwsConnectionDetails extends ConnectionDetails {
  /**
   * Returns a builder of sessions that call this AWS. Properties for other options, such as
   * timeouts, are applied to it.
   *
   * @return a new builder, with credentials and a region
   */
  Session.Builder sessionBuilder();

  /**
   * Returns the details of one endpoint for all services.
   *
   * @param endpoint the URL, such as {@code http://127.0.0.1:4566}
   * @param region the region, unless {@code boto4j.region} is set
   * @param credentials the credentials
   * @return the details
   */
  static AwsConnectionDetails of(URI endpoint, String region, CredentialsProvider credentials) {
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(credentials, "credentials");
    return () ->
        Session.builder()
            .region(region)
            .credentials(credentials)
            .config(options -> options.endpointUrl(endpoint));
  }
}
