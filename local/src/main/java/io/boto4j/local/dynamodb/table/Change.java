package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The replacement of an item.
 *
 * @param table the table
 * @param key the encoded key
 * @param old the item before, or null if there was none
 * @param item the item after, or null if it does not exist
 * @param time when it is, in milliseconds since 1970
 * @param expired whether the item is deleted because its time to live has passed
 */
@SuppressWarnings("ArrayRecordComponent") // the key is never compared
public record Change(
    Table table,
    byte[] key,
    @Nullable Attributes old,
    @Nullable Attributes item,
    long time,
    boolean expired) {}
