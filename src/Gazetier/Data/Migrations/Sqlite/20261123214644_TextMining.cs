using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TextMining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ReservesTextMining",
                table: "Imprint",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReservesTextMining",
                table: "Imprint");
        }
    }
}
