using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Gazetier.Data;

/// <summary>Tells a database that does not answer, or cannot write for now, from a mistake of ours.</summary>
public static class DatabaseAway
{
    // SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN (sqlite.org/rescode.html).
    private static readonly int[] Passing = [5, 6, 10, 13, 14];

    public static bool IsCauseOf(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is SqliteException sqlite ? Passing.Contains(sqlite.SqliteErrorCode) : at is DbException { IsTransient: true })
            {
                return true;
            }
        }

        return false;
    }
}
