package io.boto4j.spring.internal.imports;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import io.boto4j.spring.internal.Actions;
import io.boto4j.spring.internal.StartupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigData;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLoaderContext;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.core.env.MapPropertySource;

/** The reader of parameters and secrets. */
final class StoreLoader implements ConfigDataLoader<StoreResource> {
  StoreLoader() {}

  /**
   * Reads a resource.
   *
   * @throws ConfigDataResourceNotFoundException if it does not exist, which an optional import
   *     ignores
   * @throws StartupException if it cannot be read, for example because of a missing permission:
   *     optional imports fail too
   */
  @Override
  public ConfigData load(ConfigDataLoaderContext context, StoreResource resource) {
    try (Client client = resource.session().client(resource.store().service())) {
      Map<String, Object> properties =
          resource.store() == Store.PARAMETER_STORE
              ? parameters(client, resource)
              : secret(client, resource);
      return new ConfigData(List.of(new MapPropertySource(resource.toString(), properties)));
    } catch (Boto4jException e) {
      if (e instanceof ServiceException service && service.is("ResourceNotFoundException")) {
        throw new ConfigDataResourceNotFoundException(resource, e);
      }
      throw new StartupException(
          "The import '" + resource + "' failed: " + e.getMessage(), action(e, resource), e);
    }
  }

  private static Map<String, Object> parameters(Client ssm, StoreResource resource) {
    String path = resource.name();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Structure parameter :
        ssm.items(
            "GetParametersByPath",
            Map.of("Path", path, "Recursive", true, "WithDecryption", true))) {
      String name = String.valueOf(parameter.text("Name")).substring(path.length());
      String relative = name.startsWith("/") ? name.substring(1) : name;
      properties.put(
          resource.prefix() + relative.replace('/', '.'), String.valueOf(parameter.text("Value")));
    }
    if (properties.isEmpty()) {
      throw new ConfigDataResourceNotFoundException(resource);
    }
    return properties;
  }

  private static Map<String, Object> secret(Client secretsManager, StoreResource resource) {
    Response secret = secretsManager.call("GetSecretValue", Map.of("SecretId", resource.name()));
    String text = secret.text("SecretString");
    Map<String, Object> properties = new LinkedHashMap<>();
    if (text != null && text.stripLeading().startsWith("{")) {
      JsonProperties.add(json(text, resource), resource.prefix(), properties);
    } else {
      Object value = text == null ? secret.bytes("SecretBinary") : text;
      properties.put(resource.prefix() + lastPart(secret), value == null ? "" : value);
    }
    return properties;
  }

  /** The error of the parser is not passed on: its message may contain parts of the secret. */
  private static @Nullable Object json(String text, StoreResource resource) {
    try {
      return Json.read(text);
    } catch (RuntimeException e) {
      throw new StartupException(
          "The import '"
              + resource
              + "' failed: the secret begins like JSON but is not valid JSON.",
          "Correct the value of the secret.",
          null);
    }
  }

  /** A secret that is not JSON becomes one property: {@code app/token} is {@code token}. */
  private static String lastPart(Response secret) {
    String name = String.valueOf(secret.text("Name"));
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String action(Boto4jException error, StoreResource resource) {
    if (error instanceof ServiceException service && service.is("AccessDeniedException")) {
      return "Allow "
          + resource.store().permission()
          + " on it in the policy of the identity with which the application runs, and kms:Decrypt"
          + " if it is encrypted with a key of your own.";
    }
    String general = Actions.of(error);
    return general != null
        ? general
        : "Correct the location, or remove the import where AWS is not available.";
  }
}
