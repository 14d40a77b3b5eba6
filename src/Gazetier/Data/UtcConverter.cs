using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gazetier.Data;

/// <summary>Times go in and come out as UTC, on both databases.</summary>
public class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime(),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
