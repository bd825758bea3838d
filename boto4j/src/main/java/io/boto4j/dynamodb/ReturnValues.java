package io.boto4j.dynamodb;

/** The attributes that an update returns: boto3's {@code ReturnValues}. */
public enum ReturnValues {
  /** Nothing; what happens without a choice. */
  NONE,
  /** The whole item as it was before. */
  ALL_OLD,
  /** The updated attributes as they were before. */
  UPDATED_OLD,
  /** The whole item as it is now. */
  ALL_NEW,
  /** The updated attributes as they are now. */
  UPDATED_NEW
}
