package io.boto4j.reference.example;

import io.boto4j.model.resource.SnakeCase;

/** The names of operations in boto3. */
public final class Boto3Names {
  private Boto3Names() {}

  /**
   * Returns the name of an operation as boto3 has it.
   *
   * @param operation the name in the model, such as {@code PutItem}
   * @return the name, such as {@code put_item}; in a few names boto3 does not split a word
   */
  public static String of(String operation) {
    return SnakeCase.of(
        operation
            .replace("WhatsApp", "Whatsapp")
            .replace("OTel", "Otel")
            .replace("CachediSCSI", "CachedIscsi")
            .replace("StorediSCSI", "StoredIscsi")
            .replace("ListHITsFor", "ListHitsFor"));
  }
}
