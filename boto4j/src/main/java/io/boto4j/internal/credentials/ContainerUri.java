package io.boto4j.internal.credentials;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.transport.NameResolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a container's credentials, which its environment specifies.
 *
 * <p>Anyone who can set that variable could have the token sent to a host of their own. So plain
 * http is limited to loopback addresses and the three addresses of ECS and EKS. The check applies
 * to the addresses that are connected to, not to host names.
 */
final class ContainerUri {
  private static final String ECS = "169.254.170.2";
  private static final String EKS = "169.254.170.23";
  private static final String EKS_IPV6 = "fd00:ec2:0:0:0:0:0:23";

  private ContainerUri() {}

  /** Returns the URL at ECS's own host for a path from the environment. */
  static URI relative(String variable, String path) {
    URI uri = path.startsWith("/") ? parse("http://" + ECS + path) : null;
    if (uri == null || !ECS.equals(uri.getHost())) {
      throw new InvalidConfigException(
          variable
              + " is not a path: '"
              + Printable.of(path)
              + "'; expected one like /v2/credentials/ID");
    }
    return uri;
  }

  /** Returns a full URL from the environment. */
  static URI full(String variable, String text) {
    URI uri = parse(text);
    if (uri == null) {
      // The value is not shown: it may hold a password before an @.
      throw new InvalidConfigException(
          variable
              + " is not an http or https URL with a host and without a user; expected one like"
              + " http://169.254.170.23/v1/credentials");
    }
    return uri;
  }

  /**
   * Returns a resolver that rejects addresses that are not allowed.
   *
   * @return the resolver, or null for https, which may go anywhere: the certificate identifies the
   *     server
   */
  static @Nullable NameResolver resolver(String variable, URI uri) {
    return isTls(uri) ? null : new Checked(variable, null);
  }

  /** Returns a checking resolver over another one than the JVM's. */
  static NameResolver resolver(String variable, NameResolver names) {
    return new Checked(variable, names);
  }

  /** Returns the URL without the query, which may hold an id as sensitive as a password. */
  static String shown(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  private static boolean isTls(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private static @Nullable URI parse(String text) {
    try {
      URI uri = new URI(text);
      boolean http = isTls(uri) || "http".equalsIgnoreCase(uri.getScheme());
      boolean user = uri.getRawUserInfo() != null;
      return http && uri.getHost() != null && !user && uri.getRawFragment() == null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * A resolver that requires every address of a host to be allowed, since any of them may be
   * connected to.
   */
  private record Checked(String variable, @Nullable NameResolver names) implements NameResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] addresses =
          names == null ? InetAddress.getAllByName(host) : names.resolve(host);
      for (InetAddress address : addresses) {
        if (!isAllowed(address)) {
          throw new InvalidConfigException(
              "Unsupported host '"
                  + Printable.of(host)
                  + "' in "
                  + variable
                  + ": it has the address "
                  + address.getHostAddress()
                  + ". Can only retrieve metadata over http from a loopback address or one of"
                  + " these hosts: "
                  + ECS
                  + ", "
                  + EKS
                  + ", fd00:ec2::23; use https for any other");
        }
      }
      return addresses;
    }

    private static boolean isAllowed(InetAddress address) {
      String text = address.getHostAddress();
      return address.isLoopbackAddress()
          || text.equals(ECS)
          || text.equals(EKS)
          || text.equals(EKS_IPV6);
    }
  }
}
