package io.boto4j.spring.internal.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataResource;

/** A path of Parameter Store or a secret that is to be imported. */
final class StoreResource extends ConfigDataResource {
  private final Store store;
  private final String name;
  private final String prefix;
  private final ImportSession session;

  /**
   * Creates a resource.
   *
   * @param store the service
   * @param name the path, or the name or ARN of the secret
   * @param prefix the text to put before the names of properties; may be empty
   * @param session the session to read it with
   */
  StoreResource(Store store, String name, String prefix, ImportSession session) {
    this.store = store;
    this.name = name;
    this.prefix = prefix;
    this.session = session;
  }

  Store store() {
    return store;
  }

  String name() {
    return name;
  }

  String prefix() {
    return prefix;
  }

  ImportSession session() {
    return session;
  }

  /** Spring Boot imports equal resources once. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoreResource that
        && store == that.store
        && name.equals(that.name)
        && prefix.equals(that.prefix);
  }

  @Override
  public int hashCode() {
    return Objects.hash(store, name, prefix);
  }

  /** Returns the location, for messages and as the name of the property source. */
  @Override
  public String toString() {
    return store.prefix() + name + (prefix.isEmpty() ? "" : "?prefix=" + prefix);
  }
}
