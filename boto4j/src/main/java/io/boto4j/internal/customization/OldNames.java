package io.boto4j.internal.customization;

import org.jspecify.annotations.Nullable;

/**
 * Former names of services and operations in boto3. Consulted only when a name is unknown.
 *
 * <p>boto3 lists five more, which differ from the current names in the position of underscores;
 * here all spellings are one name anyway.
 */
public final class OldNames {
  private OldNames() {}

  /**
   * Returns the current name of a service.
   *
   * @param service a name that no service has
   * @return the current name, or null if the given name was never in use
   */
  public static @Nullable String service(String service) {
    return service.equals("runtime.sagemaker") ? "sagemaker-runtime" : null;
  }

  /**
   * Returns the current name of an operation.
   *
   * @param serviceId the id of the service
   * @param operation a name that no operation has
   * @return the current name, or null if the given name was never in use
   */
  public static @Nullable String operation(String serviceId, String operation) {
    return serviceId.equals("SocialMessaging") && operation.equals("delete_whatsapp_media_message")
        ? "DeleteWhatsAppMessageMedia"
        : null;
  }
}
