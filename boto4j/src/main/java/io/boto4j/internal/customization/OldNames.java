package io.boto4j.internal.customization;

import org.jspecify.annotations.Nullable;

/**
 * Names that services and operations once had in boto3. Asked only when a name is not known.
 *
 * <p>boto3 lists five more, which differ from today's in where its underscores stand; here those
 * are one name anyway.
 */
public final class OldNames {
  private OldNames() {}

  /**
   * The name of today for a service.
   *
   * @param service a name that no service has
   * @return the name of today, or null if it never was one
   */
  public static @Nullable String service(String service) {
    return service.equals("runtime.sagemaker") ? "sagemaker-runtime" : null;
  }

  /**
   * The name of today for an operation.
   *
   * @param serviceId the service's id
   * @param operation a name that no operation has
   * @return the name of today, or null if it never was one
   */
  public static @Nullable String operation(String serviceId, String operation) {
    return serviceId.equals("SocialMessaging") && operation.equals("delete_whatsapp_media_message")
        ? "DeleteWhatsAppMessageMedia"
        : null;
  }
}
