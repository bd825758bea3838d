package io.boto4j.benchmarks.contestants;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * The AWS SDK for Java 2.x, configured as its guide recommends for the shortest start: nothing has
 * to be looked up. There are no lambdas here, because their bootstrap would be counted as the
 * SDK's.
 */
final class AwsSdkSettings {
  private AwsSdkSettings() {}

  /**
   * Creates a client.
   *
   * @param builder the builder of a service's client
   * @param args the endpoint URL and the HTTP client: {@code url-connection-client}, {@code
   *     apache-client}, or any other, which the SDK then finds on the class path itself
   */
  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, String[] args) {
    ClientOverrideConfiguration noProfiles =
        ClientOverrideConfiguration.builder()
            .defaultProfileFile(ProfileFile.aggregator().build())
            .build();
    builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key")))
        .endpointOverride(URI.create(args[0]))
        .defaultsMode(DefaultsMode.STANDARD)
        .overrideConfiguration(noProfiles);
    if (args[1].equals("url-connection-client")) {
      builder.httpClient(UrlConnectionHttpClient.create());
    } else if (args[1].equals("apache-client")) {
      apache(builder);
    }
    return builder.build();
  }

  @SuppressWarnings("deprecation") // being phased out, but most programs use it
  private static void apache(AwsSyncClientBuilder<?, ?> builder) {
    builder.httpClient(ApacheHttpClient.create());
  }
}
