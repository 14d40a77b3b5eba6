using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
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
                type: "boolean",
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
