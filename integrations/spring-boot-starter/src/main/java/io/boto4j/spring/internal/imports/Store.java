package io.boto4j.spring.internal.imports;

import org.jspecify.annotations.Nullable;

/** A service that configuration is imported from. */
enum Store {
  /** Parameters below a path. */
  PARAMETER_STORE("aws-parameterstore:", "ssm", "ssm:GetParametersByPath"),

  /** A secret. */
  SECRETS_MANAGER("aws-secretsmanager:", "secretsmanager", "secretsmanager:GetSecretValue");

  private final String prefix;
  private final String service;
  private final String permission;

  Store(String prefix, String service, String permission) {
    this.prefix = prefix;
    this.service = service;
    this.permission = permission;
  }

  /** The beginning of its locations. */
  String prefix() {
    return prefix;
  }

  /** The service's name in botocore. */
  String service() {
    return service;
  }

  /** The action that the identity of the application must be allowed. */
  String permission() {
    return permission;
  }

  /** Returns the store of a location, or null if it is for another resolver. */
  static @Nullable Store of(String location) {
    for (Store store : values()) {
      if (location.startsWith(store.prefix)) {
        return store;
      }
    }
    return null;
  }
}
