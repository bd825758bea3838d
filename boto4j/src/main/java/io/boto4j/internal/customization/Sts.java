package io.boto4j.internal.customization;

import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** STS had one endpoint at first, which is signed for us-east-1: option {@code legacy} keeps it. */
final class Sts implements Customization {
  @Override
  public ClientRegion region(ClientRegion found, @Nullable String region, EndpointOptions options) {
    boolean legacy =
        options.stsLegacy()
            && BuiltIns.isLegacySts(region)
            && options.endpointUrl() == null
            && !options.fips()
            && !options.dualstack();
    return new ClientRegion(
        found.name(), found.name(), legacy ? "us-east-1" : found.signing(), found.signingName());
  }

  @Override
  public @Nullable URI url(ClientRegion region, EndpointOptions options) {
    if (region.signing().equals(region.name())
        || !options.stsLegacy()
        || !BuiltIns.isLegacySts(region.name())) {
      return null;
    }
    return URI.create(options.ssl() ? "https://sts.amazonaws.com" : "http://sts.amazonaws.com");
  }

  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      /** STS could not reach the identity provider. */
      @Override
      public boolean isTransient(String code) {
        return code.equals("IDPCommunicationError");
      }

      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 400 && code.equals("IDPCommunicationError");
      }
    };
  }
}
